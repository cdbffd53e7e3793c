"""Olu brings a return in, deals with what was set aside, settles a review, and takes data out."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at, tab_to
from tests.journeys.northmoor import enter, sign_in_as, step_up
from tests.journeys.server import Site
from tests.unit.edges.imports import returns, small

pytestmark = pytest.mark.browser
TWICE = ["M1,04/03/2017,01/07/2025,PN1", "M1,04/03/2017,01/07/2025,PN2"]
BROKEN = ["M1,04/03/2017,31/02/2025,PN1", "T1,28/02/2011,,PN3", ",28/02/2011,02/07/2025,PN3"]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small return with something of everything."""
    rows = [*TWICE, returns.THEO_SAID, *BROKEN]
    header = [returns.MAYA, returns.THEO]
    care = [returns.care("M1", "01/04/2024"), returns.care("T1", "01/05/2023", "01/02/2026")]
    folder = tmp_path_factory.mktemp("sent")
    return returns.write(folder, header=header, reviews=rows, episodes=care)


def choose(page: Page, site: Site, kind: str, files: list[Path]) -> None:
    page.goto(f"{site.url}/imports/new/")
    page.check(f"input[value={kind}]")
    page.set_input_files("input[type=file]", [str(file) for file in files])
    looked_at(page, f"imports-new-{kind}")
    page.click("button:has-text('Send the files')")
    page.wait_for_url("**/imports/run/**")


def test_a_return_comes_in_after_a_look(page: Page, northmoor: Site, sent: Path) -> None:
    sign_in_as(page, northmoor, "Olu")
    enter(page, "Bring in")
    looked_at(page, "imports-empty")
    choose(page, northmoor, "ssda903", sorted(sent.iterdir()))
    assert "Waiting for the worker" in page.inner_text("main")
    looked_at(page, "imports-waiting")
    northmoor.heard("worker", "--once")
    page.wait_for_selector("text=What would change")  # the page looked again by itself
    looked_at(page, "imports-looked")
    enter(page, "Bring it in", exact=True)
    northmoor.heard("worker", "--once")
    page.wait_for_selector("text=All of it is brought in")
    looked_at(page, "imports-loaded")
    page.goto(f"{northmoor.url}/imports/")
    looked_at(page, "imports-list")


def test_a_bad_folder_of_facts_is_refused(page: Page, northmoor: Site, tmp_path: Path) -> None:
    bad = small.with_row("work", "X9,LAC,2025-04-31,")
    sign_in_as(page, northmoor, "Olu")
    choose(page, northmoor, "facts", sorted(small.write(tmp_path, **bad).iterdir()))
    northmoor.heard("worker", "--once")
    page.wait_for_selector("text=3 things are wrong")
    looked_at(page, "imports-refused")


def test_a_row_set_aside_is_dealt_with(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Olu")
    page.goto(f"{northmoor.url}/imports/quarantine/")
    looked_at(page, "quarantine")
    enter(page, "reviews.csv, line 5")
    looked_at(page, "quarantined")
    tab_to(page, "What was done about it?")
    page.keyboard.type("Corrected in the case management system.")
    enter(page, "Mark as dealt with")
    page.wait_for_url("**/imports/quarantine/")
    assert "The row is dealt with" in page.inner_text("main")


def test_a_review_recorded_twice_is_settled(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Olu")
    page.goto(f"{northmoor.url}/imports/settle/")
    looked_at(page, "settle")
    enter(page, "1 July 2025")
    looked_at(page, "settle-one")
    tab_to(page, "PN1")
    page.keyboard.press("Space")
    tab_to(page, "Who said so")
    page.keyboard.type("Ivor Bell, who chaired the review")
    enter(page, "Settle it")
    assert "The review is settled" in page.inner_text("main")


def test_the_statutory_reviews_leave_with_the_second_factor(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Olu")
    enter(page, "Take out")
    looked_at(page, "out")
    page.select_option("select[name=year]", "2025-26")
    enter(page, "Look at the reviews")
    step_up(page, northmoor, "olu")
    page.wait_for_url("**/take-out/reviews/2025-26/")
    looked_at(page, "out-reviews")
    with page.expect_download() as saved:
        page.click("text=Take out as CSV")
    assert "M1,04/03/2017,01/07/2025,PN1" in Path(saved.value.path()).read_text()
    page.goto(f"{northmoor.url}/take-out/")
    with page.expect_download() as saved:
        page.click("text=Take the facts out")
    assert saved.value.suggested_filename == "heard-facts.zip"
