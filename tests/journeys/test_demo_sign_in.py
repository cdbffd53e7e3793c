"""The demo's cast signs in with one click each, in a real browser."""

import pytest
from playwright.sync_api import Page

from demo.cast import CAST
from tests.journeys.browser import looked_at
from tests.journeys.server import Site

pytestmark = pytest.mark.browser


def test_everybody_of_the_cast_signs_in_with_one_click(page: Page, demo_site: Site) -> None:
    page.goto(f"{demo_site.url}/demo/")
    looked_at(page, "cast")
    assert "Everybody in it is invented" in page.inner_text("body")
    for person in CAST:
        page.goto(f"{demo_site.url}/demo/")
        page.click(f"button:has-text('Sign in as {person.name}')")
        page.wait_for_url(f"{demo_site.url}/")
        assert page.inner_text("h1").endswith(f", {person.name}")
        looked_at(page, f"home-{person.key}")


def test_the_code_on_the_page_opens_what_asks_for_it(page: Page, demo_site: Site) -> None:
    page.goto(f"{demo_site.url}/demo/")
    page.click("button:has-text('Sign in as Kit')")
    page.goto(f"{demo_site.url}/accounts/add/")
    with page.expect_popup() as opened:
        page.click("text=the page of the cast")
    card = opened.value.locator("li", has=opened.value.locator("text=Sign in as Kit"))
    code = card.locator(".demo-cast__code").inner_text()
    opened.value.close()
    page.fill("[name=code]", code)
    page.click("button:has-text('Go on')")
    page.wait_for_url("**/accounts/add/")
