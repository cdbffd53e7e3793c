"""Olu brings an SSD extract in, and decides about children who are not in the next one."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at
from tests.journeys.northmoor import enter, sign_in_as
from tests.journeys.server import Site
from tests.unit.edges.imports.ssd.invented import Child, children
from tests.unit.edges.imports.ssd.suppliers import tables_of, write

pytestmark = pytest.mark.browser


def send(page: Page, site: Site, folder: Path, some: list[Child], night: int) -> None:
    """Send an extract with an orphan and some words that Heard does not know."""
    tables = tables_of(some, "eclipse", night)
    reviews = tables["ssd_cla_reviews"]
    reviews.append({**reviews[0], "clar_cla_id": "GONE"})
    reviews[0]["clar_cla_review_participation"] = "Came along and listened"
    page.goto(f"{site.url}/imports/new/")
    page.check("input[value=ssd]")
    files = sorted(write(folder, tables).iterdir())
    page.set_input_files("input[type=file]", [str(file) for file in files])
    page.click("button:has-text('Send the files')")
    page.wait_for_url("**/imports/run/**")
    site.heard("worker", "--once")
    page.wait_for_selector("text=SSD extract waits for you")


def test_an_extract_comes_in_and_many_who_left_wait(
    page: Page, northmoor: Site, tmp_path: Path
) -> None:
    some = children(count=40)
    sign_in_as(page, northmoor, "Olu")
    send(page, northmoor, tmp_path / "one", some, 1)
    looked_at(page, "ssd-looked")
    enter(page, "Bring it in", exact=True)
    northmoor.heard("worker", "--once")
    page.wait_for_selector("text=All of it is brought in")
    looked_at(page, "ssd-loaded")
    send(page, northmoor, tmp_path / "two", some[4:], 2)
    enter(page, "Bring it in", exact=True)
    northmoor.heard("worker", "--once")
    page.wait_for_selector("text=not in this extract any more")
    looked_at(page, "ssd-closings-wait")
    page.goto(f"{northmoor.url}/imports/")
    looked_at(page, "ssd-list")
    enter(page, "Children who are not in an extract any more")
    enter(page, "End their work", exact=True)
    page.wait_for_selector("text=agreed, and their work ended")
    looked_at(page, "ssd-closings-agreed")
