"""Kit writes the form with faces in Welsh, in boxes; Priya asks Maya in it; Kit withdraws it."""

import re

import pytest
from playwright.sync_api import Page

from heard.child.feedback.definitions.ours import content_of_ours
from heard.child.feedback.wordings.boxes import Box, groups_of
from tests.journeys.browser import looked_at, tab_to
from tests.journeys.northmoor import enter, press_enter, sign_in_as
from tests.journeys.server import Site
from tests.journeys.test_asking import MAYA, takes_it_back

pytestmark = pytest.mark.browser
WELSH = {
    "title": "Sut mae’n mynd?",
    "opening-0": "Hoffwn wybod sut mae pethau’n mynd i ti. Mae’n sôn am {plan}.",
    "opening-1": "Mae’n fy helpu i wrando’n well, ac i newid beth sydd ddim yn iawn.",
    "opening-2": "Bydd {seers} yn gweld yr wynebau. Ti sy’n dweud pwy sy’n darllen dy eiriau.",
    "plan-CIN": "ein cynllun i dy helpu di a dy deulu",
    "scale-well-0": "ddim o gwbl", "scale-well-1": "ychydig", "scale-well-2": "yn y canol",
    "scale-well-3": "eithaf da", "scale-well-4": "da iawn",
    "question-1-a-words": "Pa mor dda wyt ti’n deall pam rydw i’n poeni amdanat ti a dy deulu?",
    "question-1-a-simpler": "Wyt ti’n gwybod pam rydw i’n poeni?",
}  # fmt: skip


def boxes() -> list[Box]:
    ours = content_of_ours("child", 1, "en-GB")
    assert ours is not None
    return [box for group in groups_of(ours) for box in group.boxes]


def write_boxes(page: Page) -> None:
    """Write into each box with the keyboard, one after the other; some may stay empty."""
    for box in boxes():
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == box.name
        if not box.same_as:
            page.keyboard.insert_text(WELSH.get(box.name, f"(cy) {box.words}"))


def to_our_form(page: Page, site: Site) -> None:
    sign_in_as(page, site, "Kit")
    enter(page, "Forms", exact=True)
    enter(page, "version 1, With faces, for children up to 10")


def test_a_welsh_form_is_written_asked_withdrawn_and_still_read(
    page: Page, northmoor: Site
) -> None:
    to_our_form(page, northmoor)
    looked_at(page, "form-one")
    enter(page, "Write it in another language")
    looked_at(page, "form-boxes-empty")
    tab_to(page, "Into which language?")
    page.keyboard.type("Welsh")
    write_boxes(page)
    looked_at(page, "form-boxes")
    enter(page, "Keep it and offer it")
    assert "Offered now" in page.inner_text("main")
    welsh = page.url
    enter(page, "See it as it is asked")
    looked_at(page, "form-asked-welsh")
    form = answered_in_welsh(page, northmoor)
    assert "version 101, Welsh, your authority’s own" in page.inner_text("main")

    sign_in_as(page, northmoor, "Kit")
    page.goto(welsh)
    enter(page, "Stop offering it")
    looked_at(page, "form-withdraw")
    enter(page, "Stop offering it")
    assert "Not offered since 23 November 2026" in page.inner_text("main")
    enter(page, "Forms", exact=True)
    looked_at(page, "forms")

    sign_in_as(page, northmoor, "Priya")
    page.goto(form)
    assert WELSH["question-1-a-words"] in page.inner_text("main")
    assert "eithaf da" in page.inner_text("main")


def answered_in_welsh(page: Page, site: Site) -> str:
    """Priya asks Maya in Welsh; return the address of what she answered."""
    maya = site.python(MAYA)
    sign_in_as(page, site, "Priya")
    page.goto(f"{site.url}/children/{maya}/ask/")
    tab_to(page, "English", exact=True)
    page.keyboard.press("ArrowDown")
    assert "Welsh" in page.evaluate("document.activeElement.labels[0].innerText")
    looked_at(page, "ask-in-welsh")
    enter(page, "Go on")
    form = page.url
    enter(page, "Hand over to Maya")
    looked_at(page, "hand-opening-welsh")
    enter(page, "Yes", exact=True)
    tab_to(page, "ddim o gwbl")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    looked_at(page, "hand-question-welsh")
    enter(page, "Next")
    for _ in range(3):
        enter(page, "Skip this one")
    tab_to(page, "Show it to Priya")
    page.keyboard.press("Space")
    looked_at(page, "hand-last-welsh")
    enter(page, "I have finished")
    takes_it_back(page, site)
    assert re.search("asked|Maya", page.inner_text("h1"))
    looked_at(page, "form-in-context-welsh")
    return form


ARABIC = """
from heard.child.feedback.definitions.ours import content_of_ours
from heard.child.feedback.operations import add_wording
from heard.child.feedback.wordings.boxes import filled, groups_of
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7
ours = content_of_ours("young_person", 1, "en-GB")
boxes = [box for group in groups_of(ours) for box in group.boxes]
words = {"title": "كيف تسير الأمور؟"} | {
    f"scale-{s}-{n}": w for s in ("well", "much")
    for n, w in enumerate(["لا على الإطلاق", "قليلاً", "في الوسط", "جيد", "جيد جداً"])
}
for box in boxes:
    left = " ".join(f"{{{name}}}" for name in ("plan", "seers", "worker")
                    if "{" + name + "}" in box.words)
    words.setdefault(box.name, f"هذه هي كلمات هذا السؤال في لغتك، {left}.")
made = filled(ours, words, "ar", 101)
add_wording(id=uuid7(), content=made, added_by=Staff.objects.get(name="Kit").pk,
            by=HEARD_ITSELF, at=clock.now())
"""


def test_an_arabic_form_reads_from_right_to_left(page: Page, northmoor: Site) -> None:
    northmoor.python(ARABIC)
    sign_in_as(page, northmoor, "Kit")
    page.goto(f"{northmoor.url}/forms/young_person/101/ar/asked/")
    looked_at(page, "form-asked-arabic")
    places = page.locator(".heard-shown__scale").first.locator("li")
    first, last = places.first.bounding_box(), places.last.bounding_box()
    assert first
    assert last
    assert first["x"] > last["x"], "“not at all” stands on the right"


def test_what_was_typed_stays_when_something_is_missing(page: Page, northmoor: Site) -> None:
    to_our_form(page, northmoor)
    enter(page, "Change its words")
    looked_at(page, "form-change")
    tab_to(page, "Sentence 1")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("It is about us.")
    tab_to(page, "Keep it and offer it")
    press_enter(page)
    looked_at(page, "form-boxes-wrong")
    assert "“Sentence 1” must have {plan} in it" in page.inner_text("main")
    assert page.input_value("[name=opening-0]") == "It is about us."
