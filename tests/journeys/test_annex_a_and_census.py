"""Olu brings an Annex A workbook and a CIN census in: each is looked at first, then brought in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at
from tests.journeys.northmoor import enter, sign_in_as
from tests.journeys.server import Site
from tests.unit.edges.imports.child_rows import censuses, workbooks
from tests.unit.edges.imports.child_rows.test_annex_a import BEGAN

pytestmark = pytest.mark.browser


def a_workbook(folder: Path) -> Path:
    """Maya and Theo, and a day on which Theo's episode began that nobody can read."""
    rows = [workbooks.cin(workbooks.MAYA, BEGAN), workbooks.cin(workbooks.THEO, "soon")]
    plans = [workbooks.plan(workbooks.MAYA, BEGAN)]
    return workbooks.write(folder / "annex a.xlsx", List_6=rows, List_7=plans)


def a_census(folder: Path) -> Path:
    """A child with their plans, a referral without more, and a day that never was."""
    plan, born = censuses.cp_plan("2025-05-01"), "2015-08-09"
    return censuses.write(
        folder / "cin.xml",
        censuses.child("C1", censuses.details("2025-04-10", inside=plan), born=born),
        censuses.child("C2", censuses.details("2025-06-02", nfa="true"), born=born),
        censuses.child("X1", censuses.details("2025-04-10"), born="2017-02-30"),
        authority="",
    )


@pytest.mark.parametrize(("kind", "make"), [("annex_a", a_workbook), ("cin", a_census)])
def test_it_is_looked_at_and_brought_in(
    page: Page, northmoor: Site, tmp_path: Path, kind: str, make: Callable[[Path], Path]
) -> None:
    sign_in_as(page, northmoor, "Olu")
    page.goto(f"{northmoor.url}/imports/new/")
    page.check(f"input[value={kind}]")
    page.set_input_files("input[type=file]", str(make(tmp_path)))
    page.click("button:has-text('Send the files')")
    page.wait_for_url("**/imports/run/**")
    northmoor.heard("worker", "--once")
    page.wait_for_selector("text=What would change")
    looked_at(page, f"{kind}-looked")
    enter(page, "Bring it in", exact=True)
    northmoor.heard("worker", "--once")
    page.wait_for_selector("text=All of it is brought in")
    looked_at(page, f"{kind}-loaded")
    page.goto(f"{northmoor.url}/imports/quarantine/")
    looked_at(page, f"{kind}-quarantine")
    assert "is no date" in page.inner_text("main")
