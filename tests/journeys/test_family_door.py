"""The family door: Priya leaves a form with Nan, and Nan answers on her own phone, by keyboard."""

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at
from tests.journeys.families import checked_link, choose, nan_is_there, type_into
from tests.journeys.northmoor import enter, sign_in_as
from tests.journeys.server import Site

pytestmark = pytest.mark.browser


def left_with_nan(page: Page, site: Site) -> str:
    """Priya asks Nan, makes the check and a code; returns the link."""
    sign_in_as(page, site, "Priya")
    enter(page, "Children")
    enter(page, "Maya Ellison")
    page.goto(f"{page.url.rstrip('/')}/ask/")
    if page.get_by_label("Maya", exact=True).first.is_checked():
        page.get_by_label("Maya", exact=True).first.uncheck()
    choose(page, "Nan")
    choose(page, "Left with the family")
    enter(page, "Go on")
    looked_at(page, "left-with-nan")
    enter(page, "Make a link or a code")
    choose(page, "By a link on a phone of their own")
    enter(page, "Make the code")
    looked_at(page, "safe-contact-check-missing")
    link = checked_link(page)
    looked_at(page, "slip")
    return link


def test_nan_answers_on_her_own_phone(page: Page, phone: Page, northmoor: Site) -> None:
    nan_is_there(northmoor)
    link = left_with_nan(page, northmoor)
    phone.goto(link)
    looked_at(phone, "door-who-asks")
    enter(phone, "Yes")
    looked_at(phone, "door-why")
    enter(phone, "Yes")
    looked_at(phone, "door-question")
    enter(phone, "Say it more simply")
    choose(phone, "quite well")
    type_into(phone, "Do you want to say more?", "Nobody told me about the meeting.")
    looked_at(phone, "door-question-answered")
    enter(phone, "I need someone soon")
    looked_at(phone, "door-someone-soon")
    enter(phone, "Go on")
    assert phone.get_by_label("Do you want to say more?").input_value().startswith("Nobody told")
    enter(phone, "Next")
    enter(phone, "Skip this one")
    phone.go_back()
    phone.go_forward()
    enter(phone, "Next")
    choose(phone, "very much")
    enter(phone, "Next")
    looked_at(phone, "door-last")
    enter(phone, "I have finished")
    looked_at(phone, "door-thanks")
    assert "Priya reads this" in phone.inner_text("main")
    phone.goto(link)
    assert "Nobody told me" not in phone.inner_text("body")


def test_a_typed_code_and_not_today(phone: Page, northmoor: Site) -> None:
    phone.goto(f"{northmoor.url}/family/")
    looked_at(phone, "door-type-a-code")
    type_into(phone, "Your code", "acdef ghjkm npqrt")
    phone.goto(f"{northmoor.url}/family/ACDEF-GHJKM-NPQRT/")
    looked_at(phone, "door-unknown")
    phone.goto(f"{northmoor.url}/family/on/01a20000-0000-7000-8000-00000000dead/")
    looked_at(phone, "door-not-here")
    phone.goto(f"{northmoor.url}/family/later/")
    looked_at(phone, "door-not-today")
