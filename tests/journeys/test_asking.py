"""Priya asks Maya how it is going: faces, by keyboard, in Maya's hands; then she takes it back."""

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at, tab_to
from tests.journeys.northmoor import enter, press_enter, sign_in_as, unlock
from tests.journeys.server import Site

pytestmark = pytest.mark.browser

MAYA = """
from heard.child.people.models import Child
print(Child.objects.get(authority_id="NM1000").pk)
"""


def test_priya_asks_maya_with_faces(page: Page, northmoor: Site) -> None:
    maya = northmoor.python(MAYA)
    sign_in_as(page, northmoor, "Priya")
    page.goto(f"{northmoor.url}/children/{maya}/ask/")
    looked_at(page, "ask")
    enter(page, "Go on")
    looked_at(page, "ask-ready")
    enter(page, "Hand over to Maya")
    looked_at(page, "hand-opening")
    no_way_out(page, northmoor)
    enter(page, "Yes", exact=True)
    answers(page)
    looked_at(page, "hand-last")
    chooses(page)
    looked_at(page, "hand-done")
    takes_it_back(page, northmoor)
    looked_at(page, "form-in-context")
    assert "a bit scared of the meeting" in page.inner_text("main")
    looks_with_the_family(page, northmoor)


def test_maya_says_not_today_and_nan_has_her_turn(page: Page, northmoor: Site) -> None:
    maya = northmoor.python(MAYA)
    sign_in_as(page, northmoor, "Priya")
    page.goto(f"{northmoor.url}/children/{maya}/ask/")
    tab_to(page, "Nan (Joan Ellison), grandmother")
    page.keyboard.press("Space")
    enter(page, "Go on")
    enter(page, "Hand over to Maya")
    enter(page, "Not today")
    looked_at(page, "hand-not-today")
    enter(page, "I am Nan")
    looked_at(page, "hand-family-opening")
    enter(page, "Yes", exact=True)
    looked_at(page, "hand-family-question")
    enter(page, "I need someone soon")
    looked_at(page, "hand-called")
    enter(page, "Go on")
    assert "Question 1 of 4" in page.inner_text("main")


def no_way_out(page: Page, site: Site) -> None:
    """No address of staff opens, and nothing on the page leads to one."""
    here = page.url
    page.goto(f"{site.url}/children/")
    assert page.url == here
    assert "Sign out" not in page.inner_text("body")


def answers(page: Page) -> None:
    """A face and words, the question said more simply, one left out, one with a face."""
    looked_at(page, "hand-question")
    choose(page, "quite well")
    tab_to(page, "Do you want to say more?")
    page.keyboard.type("I am a bit scared of the meeting")
    enter(page, "Next")
    enter(page, "Say it more simply")
    looked_at(page, "hand-simpler")
    choose(page, "a bit")
    enter(page, "Next")
    enter(page, "Skip this one")
    choose(page, "in the middle")
    enter(page, "Next")


def choose(page: Page, words: str) -> None:
    """Go to the faces by Tab, and to the one with these words by the arrow keys."""
    tab_to(page, "not at all")
    for _ in range(5):
        if page.evaluate("document.activeElement.labels[0].innerText").strip() == words:
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked")


def chooses(page: Page) -> None:
    """Show it now, and let the family see it too: then it is not kept from the parents."""
    for words in ("Show it to Priya", "Don’t tell my parents", "The others of my family may see"):
        tab_to(page, words)
        page.keyboard.press("Space")
    enter(page, "I have finished")


def looks_with_the_family(page: Page, site: Site) -> None:
    enter(page, "Look at it with the family")
    looked_at(page, "hand-together")
    assert "a bit scared of the meeting" in page.inner_text("main")
    no_way_out(page, site)
    enter(page, "Give the tablet back")
    tab_to(page, "Your six-digit code")
    unlock(page, site, "priya")


def takes_it_back(page: Page, site: Site) -> None:
    enter(page, "I am Priya")
    looked_at(page, "hand-back")
    tab_to(page, "Your six-digit code")
    page.keyboard.type("not the code")
    press_enter(page)
    looked_at(page, "hand-back-wrong")
    tab_to(page, "Your six-digit code")
    unlock(page, site, "priya")
