"""A worker's day, a child's story, supervision and duty, by keyboard alone."""

import io

import pikepdf
import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at, tab_to
from tests.journeys.northmoor import enter, press_enter, sign_in_as, step_up
from tests.journeys.server import Site

pytestmark = pytest.mark.browser
COUSINS = "I want to see my cousins."
SAID = f"""
from datetime import timedelta
from heard.child.people.models import Child
from heard.child.voice import operations as voice
from heard.child.voice.operations import Words
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7
day, at = clock.today(), clock.now()
who = {{"by": HEARD_ITSELF, "at": at}}
maya, theo = (Child.objects.get(authority_id=i) for i in ("NM1000", "NM1001"))
priya = Staff.objects.get(name="Priya")

def say(child, words, ago, by=priya.pk, **more):
    said = Words(way="car", words=words, happened_on=day - timedelta(ago), **more)
    return voice.say(id=uuid7(), child=child.pk, said=said, written_by=by, **who)

nan = maya.ties.filter(adult__name__startswith="Nan", until=None).get()
say(maya, "{COUSINS}", 20)
say(maya, "I wish mum was not sad.", 45, audience="worker")
say(maya, "She sleeps badly since summer.", 6, adult=nan.adult_id, audience="worker")
talk = voice.Talk(
    about="We looked at who lives near.", learned="She misses Ruby most.",
    will_change="I ask their mum about Saturdays.", by_when=day + timedelta(11),
)
done = say(maya, "Can I keep the dog when we move?", 60)
on = {{"staff": priya.pk, "on": day - timedelta(40), **who}}
voice.talk_over(said=done.pk, talk=talk._replace(about="The new flat.", by_when=None), **on)
voice.answer(said=done.pk, possible=True, words="The dog may come: it is in the lease.", **on)
voice.tell(said=done.pk, words="I rang and read it out.", **on)
heard = say(theo, "The meetings are too early for me.", 12)
voice.talk_over(said=heard.pk, talk=talk, **{{**on, "on": day}})
say(theo, "Nobody told me about the new school.", 3)
say(theo, "Can somebody ring me tonight", 0, by=None, soon=True)
"""


@pytest.fixture(scope="module", autouse=True)
def said(northmoor: Site) -> None:
    """Maya, Theo and Nan have said things, and Sam is on duty."""
    northmoor.python(SAID)


def test_priya_begins_her_day_and_reads_the_story_of_maya(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Priya")
    looked_at(page, "today")
    seen = page.inner_text("main")
    assert COUSINS in seen
    assert "ring me tonight" not in seen  # new: opened on its own page
    assert seen.index("New, not opened yet") < seen.index("Begin with the talk")
    enter(page, "Maya", exact=True)
    looked_at(page, "story")
    seen = page.inner_text("main")
    assert seen.index("cousins") < seen.index("keep the dog")
    assert "What others said" in seen


def test_priya_makes_a_copy_for_maya(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Priya")
    enter(page, "Maya", exact=True)
    enter(page, "Make a copy")
    step_up(page, northmoor, "priya")
    looked_at(page, "story-copy")
    tab_to(page, "whose story it is")
    page.keyboard.press("Space")
    tab_to(page, "Why do they need it?")
    page.keyboard.type("We read it together on Saturday")
    tab_to(page, "Make the copy")
    with page.expect_download(timeout=120_000) as taken:  # a first PDF loads fonts
        page.keyboard.press("Enter")
    with pikepdf.open(io.BytesIO(taken.value.path().read_bytes())) as document:
        assert bool(document.Root.MarkInfo.Marked)


def test_priya_writes_down_who_is_around_maya(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Priya")
    enter(page, "Maya", exact=True)
    enter(page, "Record", exact=True)
    enter(page, "Change this")
    tab_to(page, "What they like to be called")
    page.keyboard.type("May‏ مايا 🐕")
    looked_at(page, "record-describe")
    enter(page, "Save")
    enter(page, "Add somebody")
    looked_at(page, "record-add")
    enter(page, "Add them")
    assert "Write their name" in page.inner_text("main")
    tab_to(page, "Their name")
    page.keyboard.type("Jo")
    tab_to(page, "Parent")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    tab_to(page, "In the child’s words")
    page.keyboard.type("mum’s friend")
    enter(page, "Add them")
    looked_at(page, "record-full")
    assert "mum’s friend, family or friend" in page.inner_text("main")


def test_ruth_sees_what_is_open_and_supervises_one_thing_at_a_time(
    page: Page, northmoor: Site
) -> None:
    sign_in_as(page, northmoor, "Ruth")
    looked_at(page, "today-manager")
    enter(page, "Your team")
    looked_at(page, "team")
    assert "cousins" not in page.inner_text("main")
    enter(page, "Supervision with Priya")
    looked_at(page, "supervision")
    tab_to(page, "Theo", 300)
    press_enter(page)
    looked_at(page, "supervised")
    said = page.inner_text("main")
    assert sum(words in said for words in ("too early", "school", "ring me tonight")) == 1, said


def test_sam_on_duty_goes_to_theo(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Sam")
    enter(page, "On duty")
    looked_at(page, "duty")
    seen = page.inner_text("main")
    assert "Can somebody ring me tonight" in seen
    assert "too early" not in seen
    enter(page, "I am on it")
    assert "Sam is on it" in page.inner_text("main")


def test_dev_reads_what_maya_shares(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Dev")
    enter(page, "Children who share with you")
    looked_at(page, "shared-children")
    enter(page, "Maya")
    looked_at(page, "shared")
    seen = page.inner_text("main")
    assert COUSINS in seen
    assert "mum was not sad" not in seen
    assert "sleeps badly" not in seen
