"""The loop by keyboard alone: said, talked over, passed on, answered, told, "not yet", and yes.

Then a worker changes and the promises move, and work ends with nothing closed in silence.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import FOCUSED, looked_at, tab_to
from tests.journeys.northmoor import enter, sign_in_as, unlock
from tests.journeys.server import Site

pytestmark = pytest.mark.browser
SIZES = (360, 768, 1280)
Look = Callable[[str], None]


def looking(page: Page, width: int) -> Look:
    """Look at each page at all sizes, once: in the journey at the widest."""
    page.set_viewport_size({"width": width, "height": 900})
    return lambda name: looked_at(page, name) if width == max(SIZES) else None


def write(page: Page, label: str, words: str) -> None:
    tab_to(page, label)
    page.keyboard.type(words)


def choose(page: Page, first: str, wanted: str) -> None:
    """Choose among radio buttons with the arrow keys; `first` has the focus first."""
    tab_to(page, first)
    page.keyboard.press("Space")
    for _ in range(12):
        if wanted in page.evaluate(FOCUSED):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no {wanted!r} among them")


def pick(page: Page, label: str, name: str) -> None:
    """Pick from a list by typing the beginning of a name."""
    tab_to(page, label)
    page.keyboard.type(name)


def on_30_november(page: Page) -> None:
    """Give a day in the three boxes that come next."""
    tab_to(page, "Day")
    for part in ("30", "11", "2026"):
        page.keyboard.press("Control+A")
        page.keyboard.type(part)
        page.keyboard.press("Tab")


def tick(page: Page, label: str) -> None:
    tab_to(page, label)
    page.keyboard.press("Space")


def to_maya(page: Page, site: Site, name: str) -> None:
    sign_in_as(page, site, name)
    page.goto(f"{site.url}/children/")
    enter(page, "Maya Ellison")


def said_in_the_car(page: Page, site: Site, words: str, look: Look) -> str:
    """Priya writes down what Maya said; return the address of it."""
    to_maya(page, site, "Priya")
    enter(page, "Write down what was said")
    look("say")
    write(page, "What they said", words)
    choose(page, "Face to face", "In the car")
    choose(page, "Yes", "Yes")
    enter(page, "Write it down")
    assert words in page.inner_text("main")
    look("said")
    return page.url


@pytest.mark.parametrize("width", SIZES)
def test_said_talked_over_passed_on_answered_told_not_yet_and_yes(
    page: Page, northmoor: Site, width: int
) -> None:
    look = looking(page, width)
    words = f"I want to see my cousins. {width}"
    said = said_in_the_car(page, northmoor, words, look)
    enter(page, "Talk it over")
    look("talk")
    write(page, "What we talked about", "You told me that you miss them")
    pick(page, "Who else is needed?", "Ruth")
    on_30_november(page)
    tick(page, "I told Maya")
    enter(page, "Save", exact=True)
    assert "passed it on to Ruth" in page.inner_text("main")
    look("passed-on")

    sign_in_as(page, northmoor, "Ruth")
    page.goto(said)
    enter(page, "Say what changed")
    look("answer")
    choose(page, "Something changed", "Something changed")
    write(page, "What changed, or why not", "You see them every second Sunday")
    enter(page, "Save the answer")
    enter(page, "I told Maya")
    look("tell")
    write(page, "How did you tell them", "On the phone")
    enter(page, "I told Maya")
    look("told")

    sign_in_as(page, northmoor, "Priya")
    page.goto(said)
    enter(page, "were you told?")
    look("their-word")
    write(page, "Do you want to say", "When is it?")
    enter(page, "Not yet")
    look("their-word-kept")
    page.goto(said)
    assert page.url.endswith("/hand/back/")
    unlock(page, northmoor, "priya")
    assert "It is open again" in page.inner_text("main")
    look("not-yet")
    enter(page, "Talk it over")
    write(page, "What we talked about", "Sunday at two")
    write(page, "What will change", "The first time is this Sunday")
    tick(page, "I told Maya")
    enter(page, "Save", exact=True)
    enter(page, "were you told?")
    enter(page, "Yes, I was told")
    enter(page, "Give it back")
    unlock(page, northmoor, "priya")
    assert "they say so themselves" in page.inner_text("main")
    look("closed")


def test_a_visit_begins_with_the_talk(page: Page, northmoor: Site) -> None:
    look = looking(page, 1280)
    said_in_the_car(page, northmoor, "Can we keep the dog?", lambda name: None)
    page.goto(f"{northmoor.url}/children/")
    enter(page, "Maya Ellison")
    enter(page, "New visit")
    assert "Begin with the talk" in page.inner_text("main")
    look("visit")
    choose(page, "At home", "At school")
    write(page, "What you want to remember", "You told me about the dog")
    enter(page, "Write the visit down")
    assert "written down" in page.inner_text("main")


def test_who_may_see_it_is_theirs_to_widen(page: Page, northmoor: Site) -> None:
    look = looking(page, 1280)
    said_in_the_car(page, northmoor, "Only for you", lambda name: None)
    enter(page, "Change who may see it")
    look("who")
    choose(page, "They do", "I do: I let fewer")
    choose(page, "The people helping", "Only their worker")
    enter(page, "Save", exact=True)
    assert "Only the worker" in page.inner_text("main")


def test_two_at_once_stand_side_by_side(page: Page, northmoor: Site) -> None:
    look = looking(page, 1280)
    said = said_in_the_car(page, northmoor, "Two of you", lambda name: None)
    page.goto(f"{said}talk/")
    write(page, "What we talked about", "What Priya typed")
    other = page.context.browser.new_context().new_page()  # type: ignore[union-attr]
    sign_in_as(other, northmoor, "Ruth")
    other.goto(f"{said}talk/")
    write(other, "What we talked about", "What Ruth saved first")
    enter(other, "Save", exact=True)
    enter(page, "Save", exact=True)
    look("meanwhile")
    assert "What Priya typed" in page.inner_text("main")
    assert "What Ruth saved first" in page.inner_text(
        "main"
    ) or "talked it over" in page.inner_text("main")


def test_the_worker_changes_and_the_promises_move(page: Page, northmoor: Site) -> None:
    look = looking(page, 1280)
    said = said_in_the_car(page, northmoor, "A promise to me", lambda name: None)
    to_maya(page, northmoor, "Ruth")
    enter(page, "Record", exact=True)
    enter(page, "Give the work to another worker")
    look("new-worker")
    pick(page, "Who is the new worker?", "Tom")
    pick(page, "Why?", "The worker before left")
    write(page, "Why, in words", "Priya has a new job in another town")
    write(page, "What my new worker", "I like football. I don't like peas.")
    tick(page, "I told Maya")
    enter(page, "Give the work to them")
    look("handover")
    assert "Priya has a new job" in page.inner_text("main")
    sign_in_as(page, northmoor, "Tom")
    page.goto(said)
    assert "Tom has it" in page.inner_text("main")
    assert "Moved to Tom" in page.inner_text("main")


def test_the_work_ends_and_nothing_in_silence(page: Page, northmoor: Site) -> None:
    look = looking(page, 1280)
    sign_in_as(page, northmoor, "Priya")
    page.goto(f"{northmoor.url}/children/")
    enter(page, "Theo Marlow")
    enter(page, "Write down what was said")
    write(page, "What they said", "I want my own room")
    choose(page, "Face to face", "Face to face")
    enter(page, "Write it down")
    page.goto(f"{northmoor.url}/children/")
    enter(page, "Theo Marlow")
    enter(page, "Our work ends")
    look("ending")
    enter(page, "now, on this screen")
    look("closing-shall-we")
    enter(page, "Yes", exact=True)
    look("closing")
    write(page, "What changed for you?", "I sleep at night")
    enter(page, "Finish")
    look("closing-thanks")
    enter(page, "Give it back")
    unlock(page, northmoor, "priya")
    choose(page, "Yes, and there are answers", "Yes, and there are answers")
    for said in page.locator("fieldset", has_text="What becomes of it?").all():
        assert said.is_visible()
        choose(page, "Somebody else answers it", "It stays open")
        write(page, "what was tried?", "Rang twice, then wrote")
    enter(page, "End our work")
    assert "Our work has ended" in page.inner_text("main")
    look("ended")
