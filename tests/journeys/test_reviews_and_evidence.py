"""Reviews, evidence and decisions by keyboard alone: Ivor, Priya and Ruth, and what is counted."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at, tab_to
from tests.journeys.northmoor import TODAY, enter, sign_in_as, unlock
from tests.journeys.server import Site, serving

pytestmark = pytest.mark.browser
LEGEND = """() => {
  const e = document.activeElement;
  if (!e.matches("input[type=radio], input[type=checkbox]")) return "";
  return e.closest("fieldset")?.querySelector("legend")?.innerText ?? "";
}"""
FAMILY = f"""
from datetime import date
from demo.northmoor import make
make(date.fromisoformat("{TODAY}"), 2)
from heard.child.people import operations as people
from heard.child.people.models import Worker
from heard.child.voice import operations as voice
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment.clock import now
from heard.foundations.accounts.models import Staff
from heard.kernel.ids import uuid7
who = dict(by=HEARD_ITSELF, at=now())
priya = Worker.objects.get(staff__name="Priya")
made = []
for number, (name, born) in enumerate(
    [("Leah", date(2015, 5, 2)), ("Jude", date(2012, 1, 9)), ("Baby", date(2026, 2, 1))]
):
    child = people.add_child(authority_id="NM-F%d" % number, given_name=name,
        family_name="Tansley", birth_date=born, **who)
    people.start_work(child=child.pk, level="EH", on=date(2026, 9, 1), **who)
    people.allocate(child=child.pk, worker=priya.pk, on=date(2026, 9, 1), **who)
    made.append(child.pk)
people.make_family(name="The Tansleys", children=made, **who)
on = date(2026, 10, 5)
said = voice.say(id=uuid7(), child=made[0], written_by=priya.staff_id,
    said=voice.Words(way="car", words="I want to see my cousins.", happened_on=on), **who)
talk = voice.Talk(about="Her cousins, and when")
voice.talk_over(said=said.pk, talk=talk, on=on, staff=priya.staff_id, **who)
voice.answer(said=said.pk, possible=True, words="She sees them on Sundays", on=on,
    staff=priya.staff_id, **who)
"""


@pytest.fixture(scope="module")
def tansleys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Maya and Theo, and a family in Early Help with Priya: Leah, Jude and a baby."""
    folder = tmp_path_factory.mktemp("tansleys")
    with serving(folder, demo=True, HEARD_TODAY=TODAY) as running:
        running.python(FAMILY)
        yield running


def choose(page: Page, legend: str, downs: int) -> None:
    """Go to a group of choices by its words, and choose: how many arrows down, 0 for the first."""
    for _ in range(300):
        if legend in page.evaluate(LEGEND):
            break
        page.keyboard.press("Tab")
    else:
        raise AssertionError(f"Tab never reached {legend!r}")
    page.keyboard.press("Space")
    for _ in range(downs):
        page.keyboard.press("ArrowDown")


def fill(page: Page, words: str, text: str) -> None:
    """Go to a box by its words and write in it, in place of what stood there."""
    tab_to(page, words, 300)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def day(page: Page, number: int, month: int, year: int) -> None:
    """Write a day into the three boxes, the first of which comes next."""
    for words, value in (("Day", number), ("Month", month), ("Year", year)):
        tab_to(page, words, 300, exact=True)
        page.keyboard.press("Control+A")
        page.keyboard.type(str(value))


def reviews_of(page: Page, name: str) -> None:
    """Open the reviews of one of one's own children."""
    enter(page, "Children", exact=True)
    enter(page, name)
    page.goto(f"{page.url.rstrip('/')}/reviews/")


def test_ivor_records_the_review_of_theo(page: Page, tansleys: Site) -> None:
    sign_in_as(page, tansleys, "Priya")
    reviews_of(page, "Theo Marlow")
    looked_at(page, "reviews-of-child")
    enter(page, "Plan a review")
    looked_at(page, "reviews-plan")
    day(page, 24, 11, 2026)
    tab_to(page, "Who chairs it?")
    page.keyboard.type("Ivor")
    enter(page, "Plan it")
    assert "24 November 2026" in page.inner_text("main")
    sign_in_as(page, tansleys, "Ivor")
    enter(page, "Reviews", exact=True)
    looked_at(page, "reviews-to-chair")
    enter(page, "Theo Marlow")
    day(page, 22, 11, 2026)
    looked_at(page, "reviews-record")
    enter(page, "Save, and see the code")
    looked_at(page, "reviews-record-wrong")
    choose(page, "Could Theo take part?", 0)
    choose(page, "choose not to take part", 1)
    choose(page, "Was Theo there?", 0)
    choose(page, "How did Theo’s views come", 0)
    enter(page, "Save, and see the code")
    looked_at(page, "reviews-one")
    text = page.inner_text("main")
    assert "PN1 (recommended list of 2023)" in text
    assert "PN1 (older list of the statutory return)" in text
    two_questions(page, tansleys)


def two_questions(page: Page, site: Site) -> None:
    """Hand over to Theo, who answers one question in his own words and skips the other."""
    enter(page, "Hand over to Theo")
    looked_at(page, "after-shall-we")
    enter(page, "Yes", exact=True)
    looked_at(page, "after-question")
    fill(page, "How was this meeting?", "Too long. But you let me talk.")
    enter(page, "Next", exact=True)
    enter(page, "Skip", exact=True)
    looked_at(page, "after-thanks")
    page.goto(f"{site.url}/")
    assert page.url.endswith("/after/")
    page.go_back()
    enter(page, "I am Ivor: go on")
    looked_at(page, "after-back")
    unlock(page, site, "ivor")
    assert "Too long. But you let me talk." in page.inner_text("main")
    looked_at(page, "reviews-one-after")


def test_priya_chairs_an_early_help_review(page: Page, tansleys: Site) -> None:
    sign_in_as(page, tansleys, "Priya")
    reviews_of(page, "Leah Tansley")
    enter(page, "Record a review you chaired")
    assert "I want to see my cousins." in page.inner_text("main")
    looked_at(page, "reviews-early-help")
    day(page, 20, 11, 2026)
    choose(page, "Could Leah take part?", 0)
    choose(page, "choose not to take part", 1)
    choose(page, "Was Leah there?", 1)
    enter(page, "Save, and see the code")
    assert "Leah was not asked." in page.inner_text("main")
    looked_at(page, "reviews-not-asked")
    enter(page, "Put these answers right")
    tab_to(page, "They were not there, and their views came", 300)
    page.keyboard.press("Space")
    enter(page, "Save, and see the code")
    assert "PN5 (recommended list of 2023)" in page.inner_text("main")


def test_ruth_answers_for_two_of_a_family_apart(page: Page, tansleys: Site) -> None:
    sign_in_as(page, tansleys, "Priya")
    enter(page, "Children", exact=True)
    enter(page, "Leah Tansley")
    page.goto(f"{page.url.rstrip('/')}/heard/")
    enter(page, "Put an assessment up")
    tab_to(page, "Jude", 300)
    page.keyboard.press("Space")
    looked_at(page, "evidence-put-up")
    enter(page, "Put it up")
    sign_in_as(page, tansleys, "Ruth")
    enter(page, "Were they heard?")
    looked_at(page, "evidence-waiting")
    enter(page, "Tansley")
    choose(page, "What do you decide?", 0)
    looked_at(page, "evidence-authorise")
    enter(page, "Save the decision")
    leah_and_jude(page, tansleys)


def leah_and_jude(page: Page, site: Site) -> None:
    """Answer yes for Leah with evidence, and no for Jude; each on a page of their own."""
    to_answer(page, site, "Leah Tansley")
    looked_at(page, "evidence-answer")
    enter(page, "Said in the car on 5 October 2026")
    looked_at(page, "evidence-piece")
    assert "I want to see my cousins." in page.inner_text("main")
    enter(page, "Was Leah heard?")
    choose(page, "Was Leah heard and responded to?", 0)
    enter(page, "Save the answer about Leah")
    looked_at(page, "evidence-no-evidence")
    assert "A yes names at least one piece of evidence of heard" in page.inner_text("main")
    for words in ("Talked over, 5 October 2026: what", "Answered: something changed, 5 October"):
        tab_to(page, words, 300)
        page.keyboard.press("Space")
    enter(page, "Save the answer about Leah")
    assert "Your answer about Leah is kept." in page.inner_text("main")
    to_answer(page, site, "Jude Tansley")
    choose(page, "Was Jude heard and responded to?", 1)
    enter(page, "Save the answer about Jude")
    assert "Tansley" not in page.inner_text("main")


def to_answer(page: Page, site: Site, name: str) -> None:
    """Find a child on the list that waits; it may stand on a later page."""
    page.goto(f"{site.url}/heard/?page=99")
    enter(page, name)


def test_ruth_decides_about_the_baby(page: Page, tansleys: Site) -> None:
    sign_in_as(page, tansleys, "Ruth")
    enter(page, "To ask", exact=True)
    looked_at(page, "asking-soon")
    enter(page, "Children whom Heard proposes")
    looked_at(page, "asking-proposals")
    enter(page, "not to ask Baby Tansley")
    looked_at(page, "asking-decided")
    assert "still in force" in page.inner_text("main") or "January 2030" in page.inner_text("main")
    enter(page, "End the decision")
    fill(page, "Why does it end?", "Baby is asked with pictures now")
    looked_at(page, "asking-end")
    enter(page, "End it from today")
    assert "Ended by Ruth" in page.inner_text("main")


def test_the_return_counts_it_all(tansleys: Site) -> None:
    built = tansleys.heard(
        "returns", "build", "--year", "2026-27", "--as-of", "2026-11-22", "--json"
    )
    items = json.loads(built)["items"]
    assert items["2b"]["by_plan"]["EH"]["PN5"]["count"] >= 1
    assert items["2b"]["by_plan"]["CLA"]["PN1"]["count"] >= 1
