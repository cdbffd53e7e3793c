"""Olu says what the authority's own words about a review mean, by keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at, tab_to
from tests.journeys.northmoor import enter, sign_in_as
from tests.journeys.server import Site
from tests.unit.edges.imports import returns

pytestmark = pytest.mark.browser
CODES = (
    "Attended and spoke up",
    "ATTENDED, and spoke-up!",
    "Was away; told the chair by text what she wants, and asked for her letter to be read out",
    "PN4 - child attends; does not speak for themselves/convey their views",
)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A return whose codes are written in words."""
    rows = [f'M1,04/03/2017,{day:02}/07/2025,"{code}"' for day, code in enumerate(CODES, 1)]
    return returns.write(tmp_path_factory.mktemp("sent"), header=[returns.MAYA], reviews=rows)


def test_words_get_their_codes_once_and_for_all(page: Page, northmoor: Site, sent: Path) -> None:
    northmoor.heard("import", "ssda903", str(sent))
    sign_in_as(page, northmoor, "Olu")
    enter(page, "Bring in")
    looked_at(page, "words-waiting")
    enter(page, "without a code")
    looked_at(page, "words")
    enter(page, "spoke up")
    looked_at(page, "words-one")
    enter(page, "This is what it means")
    looked_at(page, "words-one-wrong")
    tab_to(page, "Child aged under 4")
    page.keyboard.press("ArrowDown")
    enter(page, "This is what it means")
    assert "2 reviews that Heard has are changed" in page.inner_text("main")
    looked_at(page, "words-decided")
