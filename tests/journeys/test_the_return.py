"""From facts to a signed return, and its correction: Olu and Dana, by keyboard alone."""

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at, tab_to
from tests.journeys.northmoor import enter, sign_in_as, step_up
from tests.journeys.server import Site

pytestmark = pytest.mark.browser

LATE = """
from datetime import date
from heard.child.people.models import Child
from heard.child.reviews.operations import record_review
from heard.child.reviews.rules import ChairAnswers
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment.clock import now
theo = Child.objects.get(authority_id="NM1001")
record_review(child=theo.pk, plan_type="CLA", held_on=date(2026, 3, 30), chair=None,
    answers=ChairAnswers(there=True, spoke=True), by=HEARD_ITSELF, at=now())
"""


def test_olu_builds_opens_and_explains(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Olu")
    looked_at(page, "home")
    enter(page, "Returns")
    enter(page, "Build a return")
    choose_the_year(page)
    enter(page, "Build", exact=True)
    page.wait_for_url("**/returns/2025-26/1/")
    looked_at(page, "return")
    opens_a_figure_to_its_facts(page)
    enter(page, "Back to the return")
    enter(page, "Explain in a note")
    explains(page)
    looked_at(page, "explained")


def choose_the_year(page: Page) -> None:
    looked_at(page, "build")
    tab_to(page, "20")
    for _ in range(5):
        if page.evaluate("document.activeElement.value") == "2025-26":
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.value") == "2025-26"


def opens_a_figure_to_its_facts(page: Page) -> None:
    """No words, no scores; whose it is stands only on the one fact that is opened."""
    enter(page, "see the facts")
    page.wait_for_url("**/facts/2a/**")
    looked_at(page, "facts")
    heads = " ".join(page.locator("main th[scope=col]").all_inner_texts()).lower()
    assert not {"worker", "team", "score", "reason"} & set(heads.split())
    text = page.inner_text("main")
    assert "NM10" not in text
    assert "Priya" not in text
    first = page.locator("main table a").first
    words = first.inner_text()
    enter(page, words)
    looked_at(page, "fact")
    assert "NM10" in page.inner_text("main")
    page.go_back()
    page.wait_for_url("**/facts/2a/**")


def explains(page: Page) -> None:
    page.wait_for_url("**/explain/")
    tab_to(page, "About")
    page.keyboard.press("Space")
    tab_to(page, "Your note")
    page.keyboard.type("Two teams joined in the autumn; their older assessments are answered now.")
    enter(page, "Save the note")
    page.wait_for_url("**/returns/2025-26/1/")
    note = page.inner_text(".letter-note__text")
    assert note == "Two teams joined in the autumn; their older assessments are answered now."


def test_dana_signs_and_freezes(page: Page, northmoor: Site) -> None:
    signs(page, northmoor, 1)
    looked_at(page, "signed")


def signs(page: Page, site: Site, number: int) -> None:
    sign_in_as(page, site, "Dana")
    enter(page, "Returns")
    enter(page, f"Version {number}")
    enter(page, "Sign", exact=True)
    step_up(page, site, "dana")
    page.wait_for_url(f"**/returns/2025-26/{number}/sign/")
    looked_at(page, "sign")
    tab_to(page, "I have read this return")
    page.keyboard.press("Space")
    enter(page, "Sign and freeze")
    page.wait_for_url(f"**/returns/2025-26/{number}/")
    assert "Signed" in page.inner_text("main")


def test_a_late_correction_makes_version_2_and_shows_the_difference(
    page: Page, northmoor: Site
) -> None:
    northmoor.python(LATE)
    sign_in_as(page, northmoor, "Olu")
    enter(page, "Returns")
    enter(page, "Version 1")
    enter(page, "Compare with today")
    looked_at(page, "today")
    page.go_back()
    enter(page, "Correct")
    tab_to(page, "Why does it need correcting")
    page.keyboard.type("A review of 30 March was recorded late.")
    enter(page, "Build the correction")
    page.wait_for_url("**/returns/2025-26/2/")
    enter(page, "See what changes")
    looked_at(page, "difference")
    assert "1 fact added" in page.inner_text("main")


def test_dana_signs_version_2_and_both_stay(page: Page, northmoor: Site) -> None:
    signs(page, northmoor, 2)
    enter(page, "All returns")
    assert "Version 1" in page.inner_text("main")
    assert northmoor.heard("returns", "check", "--year", "2025-26", "--json")
