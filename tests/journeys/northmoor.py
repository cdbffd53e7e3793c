"""A small Northmoor for journeys: the demo's cast with forty children, and moving by keyboard."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import Page

from demo.cast import code_now, member
from tests.journeys.browser import tab_to
from tests.journeys.server import Site, serving
from tests.made import copied, migrated, surroundings

TODAY = "2026-11-23"
USED: set[str] = set()  # codes typed so far


def made_northmoor(folder: Path) -> str:
    """Put the demo with forty children into a folder; return the URL of its database."""
    return copied("northmoor", folder, _make)


def _make(data: Path) -> str:
    url = migrated(data)
    site = Site("", data, surroundings(data, url, "demo") | {"HEARD_TODAY": TODAY})
    site.python(
        "from datetime import date\n"
        "from demo.northmoor import make\n"
        f"make(date.fromisoformat('{TODAY}'), 40)"
    )
    return url


@pytest.fixture(scope="module")
def northmoor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo with forty children, on the day of the pictures."""
    folder = tmp_path_factory.mktemp("northmoor")
    with serving(folder, demo=True, made=made_northmoor, HEARD_TODAY=TODAY) as running:
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


def unlock(page: Page, site: Site, key: str) -> None:
    """Take the device back from whoever answered, with a code of this person's app."""
    step_up(page, site, key, "Your six-digit code")


def step_up(page: Page, site: Site, key: str, label: str = "Six-digit code") -> None:
    """Type the code that this person's app shows now; a code that was used opens nothing again."""
    code = code_of(site, key)
    while code in USED:
        time.sleep(1)
        code = code_of(site, key)
    USED.add(code)
    tab_to(page, label)
    page.keyboard.type(code)
    press_enter(page)


def code_of(site: Site, key: str) -> str:
    """Return the code that this person's app shows now; the demo knows it, from its own key."""
    secret = (site.data / "keys" / "secret.key").read_text().strip()
    with override_settings(SECRET_KEY=secret):
        return code_now(member(key))
