"""A small Northmoor for journeys: the demo's cast with forty children, and moving by keyboard."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import tab_to
from tests.journeys.server import Site, serving

TODAY = "2026-11-23"
USED: set[str] = set()  # codes typed so far


@pytest.fixture(scope="module")
def northmoor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo with forty children, on the day of the pictures."""
    folder = tmp_path_factory.mktemp("northmoor")
    with serving(folder, demo=True, HEARD_TODAY=TODAY) as running:
        running.python(
            "from datetime import date\n"
            "from demo.northmoor import make\n"
            f"make(date.fromisoformat('{TODAY}'), 40)"
        )
        yield running


def enter(page: Page, words: str, exact: bool = False) -> None:
    """Go to what says these words by Tab, and press Enter on it."""
    tab_to(page, words, 300, exact)
    press_enter(page)


def press_enter(page: Page) -> None:
    """Press Enter and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def sign_in_as(page: Page, site: Site, name: str) -> None:
    """Sign in as somebody of the cast, by keyboard."""
    page.goto(f"{site.url}/demo/")
    enter(page, f"Sign in as {name}")
    page.wait_for_url(f"{site.url}/")


def step_up(page: Page, site: Site, key: str) -> None:
    """Type the code that this person's app shows now; a code that was used opens nothing again."""
    code = code_of(site, key)
    while code in USED:
        time.sleep(1)
        code = code_of(site, key)
    USED.add(code)
    tab_to(page, "Six-digit code")
    page.keyboard.type(code)
    press_enter(page)


def code_of(site: Site, key: str) -> str:
    """Return the code that this person's app shows now; the demo knows it."""
    return site.python(f"from demo.cast import code_now, member\nprint(code_now(member('{key}')))")
