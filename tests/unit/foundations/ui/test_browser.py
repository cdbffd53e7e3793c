"""The design system in a real browser: axe finds no barrier, nothing is refused or cut off."""

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from heard.foundations.ui import build
from tests.journeys.browser import CHROMIUM, QUIET, RULES

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.unit.foundations.ui.door")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without it, or without the built files, the tests are skipped."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    if not (build.BUILT / "heard.js").exists():
        pytest.skip("nothing is built: run python -m heard.foundations.ui.build")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs a loop in this thread
    with sync_playwright() as play:
        yield play.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def opened(browser: Browser, url: str, **kind: Any) -> tuple[Page, list[str]]:
    """A page, and what the browser complained about."""
    page = browser.new_context(**kind).new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(url)
    page.wait_for_selector("body.govuk-frontend-supported")
    page.evaluate("document.fonts.ready")
    return page, complaints


# The contrast of every look by day and by night is held by test_contrast, which is quick.
SEEN = ("staff light", "staff dark", "child light", "young dark", "family light")


@pytest.mark.parametrize("seen", SEEN)
def test_axe_finds_no_barrier(live_server: Any, browser: Browser, seen: str) -> None:
    look, scheme = seen.split()
    url = f"{live_server.url}/gallery/?look={look}"
    page, complaints = opened(browser, url, color_scheme=scheme, reduced_motion="reduce")
    found = Axe().run(page, options=RULES).response["violations"]
    barriers = [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]
    assert barriers == []
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("look", ["staff", "child", "young", "family"])
def test_nothing_is_cut_off(live_server: Any, browser: Browser, look: str, direction: str) -> None:
    """320 px is a screen of 1280 px at 400%."""
    page, _ = opened(browser, f"{live_server.url}/gallery/?look={look}&dir={direction}")
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_our_type_is_what_is_shown(live_server: Any, browser: Browser) -> None:
    page, _ = opened(browser, f"{live_server.url}/gallery/")
    family = page.evaluate("getComputedStyle(document.querySelector('.govuk-button')).fontFamily")
    assert family.startswith('"Atkinson Hyperlegible Next"')
    assert page.evaluate("document.fonts.check('700 19px \"Atkinson Hyperlegible Next\"')")
    page.context.close()


def test_what_has_the_focus_has_a_ring(live_server: Any, browser: Browser) -> None:
    page, _ = opened(browser, f"{live_server.url}/gallery/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to the main content"
    page.keyboard.press("Tab")
    ring = page.evaluate("getComputedStyle(document.activeElement).outline")
    assert "3px" in ring
    assert "solid" in ring
    page.context.close()


def test_parts_that_arrive_later_get_their_behaviour(live_server: Any, browser: Browser) -> None:
    page, complaints = opened(browser, f"{live_server.url}/swap/")
    page.click("text=Save")
    page.wait_for_selector("#part [data-govuk-character-count-init]")
    page.fill("textarea", "twelve chars")
    page.wait_for_selector("text=You have 8 characters remaining")
    assert [said for said in complaints if "422" not in said] == []
    stored = page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)")
    assert stored == "{}{}"
    page.context.close()


def with_authenticator(page: Page) -> None:
    tool = page.context.new_cdp_session(page)
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    tool.send("WebAuthn.enable")
    tool.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_made_and_used(live_server: Any, browser: Browser) -> None:
    page, complaints = opened(browser, f"{live_server.url}/passkey/create/")
    with_authenticator(page)
    page.click("text=Go on")
    page.wait_for_selector("pre")
    made = json.loads(page.inner_text("pre"))
    assert made["type"] == "public-key"
    assert made["response"]["attestationObject"]
    page.goto(f"{live_server.url}/passkey/get/")
    page.click("text=Go on")
    page.wait_for_selector("pre")
    used = json.loads(page.inner_text("pre"))
    assert used["response"]["signature"]
    assert complaints == []
    page.context.close()


def test_a_passkey_that_was_not_used_is_said_in_words(live_server: Any, browser: Browser) -> None:
    page, _ = opened(browser, f"{live_server.url}/passkey/get/")
    page.evaluate(
        """() => { navigator.credentials.get = async () => {
            throw new DOMException("no", "NotAllowedError") } }"""
    )
    page.click("text=Go on")
    page.wait_for_selector("text=The passkey was not used. Try again, or sign in another way.")
    page.context.close()
