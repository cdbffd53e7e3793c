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


def test_an_alert_waits_at_home_until_it_is_seen(page: Page, demo_site: Site) -> None:
    demo_site.python(
        "from heard.foundations.accounts.queries import staff_with_email as find\n"
        "from heard.foundations.reminders.operations import raise_alert\n"
        "from heard.foundations.audit.actor import HEARD_ITSELF\n"
        "from heard.foundations.deployment.clock import now\n"
        "raise_alert(to=[find('ruth@northmoor.example').pk], kind='glass', link='/help/',\n"
        "  text='Somebody opened a record of your team', by=HEARD_ITSELF, at=now())"
    )
    page.goto(f"{demo_site.url}/demo/")
    page.click("button:has-text('Sign in as Ruth')")
    assert "Somebody opened a record" in page.inner_text("main")
    looked_at(page, "home-alert")
    page.click("text=and say that you saw it")
    looked_at(page, "alerts")
    page.click("button:has-text('I saw this')")
    page.wait_for_selector("text=Nothing is waiting")
    looked_at(page, "alerts-seen")
