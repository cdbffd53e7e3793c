"""Debian's Chromium for journeys: pages that note complaints, a passkey, axe, and pictures."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from heard.foundations.ui import build
from tests.journeys.replaying import nothing_more_happens, replaying

# Without windows and widgets it takes a quarter less of the processor; Debian's wrapper around the
# whole one has a machine without a graphics card paint as if it had one.
PROGRAMS = [Path(f"/usr/lib/chromium/{name}") for name in ("chromium-headless-shell", "chromium")]
CHROMIUM = next((path for path in PROGRAMS if path.exists()), PROGRAMS[-1])
QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu"]
PATIENCE = 120_000  # milliseconds; a machine that runs all the tests is busy
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WIDTHS = (360, 768, 1280)
# The words of what has the focus; a frame that scrolls has the focus too, and says nothing itself.
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e.matches("a, button, input, select, textarea, summary")) return "";
  return (e.labels?.[0] ?? e).innerText;
}"""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; without it, or without the built files, the test is skipped and says so."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    if not (build.BUILT / "heard.js").exists():
        pytest.skip("nothing is built: run python -m heard.foundations.ui.build")
    with sync_playwright() as play:
        yield play.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a browser that nobody used before; it must not complain by the end.

    Each form that it sends goes off five times at once, and all again when the journey has ended.
    """
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with replaying(context) as sent:
        yield page
    context.close()
    names = {"site", "demo_site", "northmoor"} & set(request.fixturenames)
    if sent and names:
        nothing_more_happens(request.getfixturevalue(names.pop()), sent)
    wrong = [c for c in complaints if "status of 4" not in c]
    assert not wrong, wrong


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """Return what axe finds wrong on this page (WCAG 2.2, A and AA)."""
    page.wait_for_selector("body.govuk-frontend-supported")
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def looked_at(page: Page, name: str) -> None:
    """Check a page: no barrier, nothing cut off; with HEARD_PICTURES set, keep pictures of it.

    On PostgreSQL the page is the same but for its ids, so axe looked at it on SQLite.
    """
    page.wait_for_selector("body.govuk-frontend-supported")
    if not os.environ.get("HEARD_DATABASE_URL"):
        found = barriers(page)
        assert not found, found
    folder = os.environ.get("HEARD_PICTURES")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} at {width}"
        if folder:
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)


def with_authenticator(page: Page) -> Any:
    """Give the browser a device that makes and uses passkeys, with a finger always on it."""
    tool = page.context.new_cdp_session(page)
    tool.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return tool.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def tab_to(page: Page, words: str, most: int = 60, exact: bool = False) -> None:
    """Press Tab until what has the focus says these words; nothing else is touched."""
    for _ in range(most):
        seen = (page.evaluate(FOCUSED) or "").strip()
        if seen == words or (words in seen and not exact):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {words!r}")
