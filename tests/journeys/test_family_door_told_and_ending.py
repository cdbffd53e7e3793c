"""Through the door a person says whether they were told, and how it was as our work ends."""

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at
from tests.journeys.families import checked_link, choose, nan_is_there, type_into
from tests.journeys.northmoor import enter, sign_in_as
from tests.journeys.server import Site

pytestmark = pytest.mark.browser
SAID = "She cries on Sundays, when she comes back."


def to_maya(page: Page, site: Site) -> None:
    nan_is_there(site)
    sign_in_as(page, site, "Priya")
    enter(page, "Children")
    enter(page, "Maya Ellison")


def told_nan(page: Page, site: Site) -> None:
    """Priya writes down what Nan said on the phone, what came of it, and that she told her."""
    to_maya(page, site)
    enter(page, "Write down what was said")
    type_into(page, "What they said", SAID)
    choose(page, "Nan")
    choose(page, "On a call")
    enter(page, "Write it down")
    enter(page, "Say what changed")
    choose(page, "Something changed")
    type_into(page, "What changed, or why not", "Sundays are shorter now: she is home at four.")
    enter(page, "Save the answer")
    tell(page)


def tell(page: Page) -> None:
    enter(page, "I told Nan")
    type_into(page, "How did you tell them", "On the phone")
    enter(page, "I told Nan")


def asked_by_link(page: Page) -> str:
    enter(page, "Ask with a link or a printed code")
    looked_at(page, "ask-were-you-told")
    return checked_link(page)


def test_nan_says_not_yet_and_then_that_she_was_told(
    page: Page, phone: Page, northmoor: Site
) -> None:
    told_nan(page, northmoor)
    said = page.url
    phone.goto(asked_by_link(page))
    looked_at(phone, "told-who-asks")
    enter(phone, "Yes")
    assert SAID in phone.inner_text("main")
    looked_at(phone, "told")
    enter(phone, "Send")
    assert "Choose yes or not yet" in phone.inner_text("main")
    looked_at(phone, "told-nothing-chosen")
    choose(phone, "Not yet")
    type_into(phone, "Is there anything you would like to say", "Last Sunday it was six again.")
    enter(phone, "Send")
    looked_at(phone, "told-thanks")
    assert SAID not in phone.inner_text("body")

    page.goto(said)
    assert "Last Sunday it was six again." in page.inner_text("main")
    looked_at(page, "told-open-again")
    enter(page, "Say what changed")
    choose(page, "Something changed")
    type_into(page, "What changed, or why not", "I spoke to the driver. It is four from now on.")
    enter(page, "Save the answer")
    tell(page)
    phone.goto(asked_by_link(page))
    enter(phone, "Yes")
    assert "It is four from now on." in phone.inner_text("main")
    choose(phone, "Yes")
    enter(phone, "Send")
    assert "Thank you" in phone.inner_text("main")
    page.goto(said)
    assert "they say so themselves" in page.inner_text("main")
    looked_at(page, "told-closed")


def test_nan_answers_the_closing_questions(page: Page, phone: Page, northmoor: Site) -> None:
    to_maya(page, northmoor)
    enter(page, "Our work ends")
    enter(page, "Ask somebody with a link")
    looked_at(page, "ending-make-a-link")
    choose(page, "Nan (grandmother)")
    link = checked_link(page)
    phone.goto(link)
    looked_at(phone, "ending-who-asks")
    enter(phone, "Yes")
    looked_at(phone, "ending")
    enter(phone, "Not today")
    looked_at(phone, "ending-not-today")
    enter(phone, "Go on now")
    enter(phone, "Send")
    assert "Answer one of the questions" in phone.inner_text("main")
    looked_at(phone, "ending-nothing-answered")
    type_into(phone, "What changed for you?", "We talk at the table now.")
    type_into(phone, "What should we do better?", "Come when you say that you come.")
    choose(phone, "You may use my words to learn from")
    enter(phone, "Send")
    looked_at(phone, "ending-thanks")
    phone.goto(link)
    assert "We talk at the table now." not in phone.inner_text("body")
    page.goto(northmoor.url)
    enter(page, "Children")
    enter(page, "Maya Ellison")
    enter(page, "Our work ends")
    assert "Answered by Nan" in page.inner_text("main")
