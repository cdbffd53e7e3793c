"""The story on its page: who reads which words, and what came of them."""

from datetime import timedelta

import pytest

from heard.child.people import operations as people
from heard.child.story.presenters.story import story
from heard.child.story.queries.story import story_of
from heard.child.voice import operations as voice
from heard.foundations.audit.models import AuditEvent
from heard.foundations.deployment import clock
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.made import given, handed_in, offered
from tests.unit.child.voice.made import said, who

MAYA, THEO = "Maya", "Theo"


def page(cast: Cast, name: str, child: str = MAYA) -> str:
    pk = cast.children[child].pk
    address = f"/shared/{pk}/" if name == "Dev" else f"/children/{pk}/story/"
    answer = client_of(cast[name]).get(address)
    return answer.content.decode() if answer.status_code == 200 else ""


# Who reads what Theo said: his worker, her manager, his chair; Dev is named in one.
CELLS = [
    ("worker", {"Priya", "Ruth"}),
    ("helping", {"Priya", "Ruth", "Ivor"}),
    ("named", {"Priya", "Ivor"}),
]


@pytest.mark.parametrize("audience, readers", CELLS)
def test_who_reads_what_theo_said(cast: Cast, audience: str, readers: set[str]) -> None:
    named = (cast["Ivor"].pk,) if audience == "named" else ()
    said(cast, THEO, audience=audience, named=named)
    seen = {name for name in cast.staff if "see my cousins" in page(cast, name, THEO)}
    assert seen == readers


@pytest.mark.parametrize("audience, read", [("worker", False), ("helping", True)])
def test_an_advocate_reads_what_is_shared_with_those_who_help(
    cast: Cast, audience: str, read: bool
) -> None:
    said(cast, audience=audience)
    assert ("see my cousins" in page(cast, "Dev")) == read


def test_glass_opens_what_is_shared_and_nothing_else(cast: Cast) -> None:
    said(cast, audience="helping")
    said(cast, words="Only for Priya", audience="worker")
    people.open_glass(
        child=cast.children[MAYA].pk, staff=cast["Tom"], reason="Covering tonight",
        by=cast["Tom"].actor, at=clock.now(),
    )  # fmt: skip
    seen = page(cast, "Tom")
    assert "see my cousins" in seen
    assert "Only for Priya" not in seen


def test_what_others_said_stands_apart_and_only_for_the_worker(cast: Cast) -> None:
    said(cast)
    said(cast, words="She sleeps badly", adult=cast.adults["Nan"].pk, audience="worker")
    mine = page(cast, "Priya")
    assert mine.index("see my cousins") < mine.index("What others said") < mine.index("She sleeps")
    dev = page(cast, "Dev")
    assert "She sleeps" not in dev
    assert "What others said" not in dev


def test_the_story_shows_the_talk_and_the_promise(cast: Cast) -> None:
    row = said(cast)
    talk = voice.Talk(
        about="Who lives near", will_change="I ask their mum", by_when=TODAY + timedelta(11)
    )
    voice.talk_over(said=row.pk, talk=talk, **who(cast, "Priya"))
    seen = page(cast, "Priya")
    for words in ("talked over", "Who lives near", "I ask their mum", "4 December 2026"):
        assert words in seen
    assert "Nothing that" not in seen.split("What is promised")[0].split("What waits")[0]


def test_not_yet_opens_the_loop_again_on_the_page(cast: Cast) -> None:
    row = said(cast)
    voice.answer(said=row.pk, possible=True, words="We drive there", **who(cast, "Priya"))
    voice.tell(said=row.pk, words="", **who(cast, "Priya"))
    voice.person_says(
        said=row.pk, told=False, words="Nobody told me", written_by=None, on=TODAY, **SYSTEM
    )
    seen = page(cast, "Priya")
    assert "says: not yet" in seen
    assert "Nobody told me" in seen


def test_numbers_stand_in_the_story_for_the_worker_alone(cast: Cast) -> None:
    form = offered(cast)
    handed_in(cast, form, given("1", 3, "sort of"))
    pages = {name: page(cast, name) for name in ("Priya", "Ruth", "Dev")}
    assert all("sort of" in seen for seen in pages.values())
    assert "heard-face__paper" in pages["Priya"]
    assert "heard-face__paper" not in pages["Ruth"]
    assert "heard-face__paper" not in pages["Dev"]


def test_every_look_at_a_story_is_written_down(cast: Cast) -> None:
    page(cast, "Priya")
    page(cast, "Dev")
    looks = AuditEvent.objects.filter(verb="record.read", child=str(cast.children[MAYA].pk))
    assert [event.actor_name for event in looks.order_by("pk")] == ["Priya", "Dev"]


def test_what_my_new_worker_should_know_stands_on_top_for_the_worker(cast: Cast) -> None:
    voice.hand_over(
        id=cast.children[MAYA].pk, child=cast.children[MAYA].pk, to=cast.workers["Tom"].pk,
        on=TODAY, why="A", words="Priya has a new job", know="I like to draw first",
        told_child=True, dues={}, **SYSTEM,
    )  # fmt: skip
    assert "I like to draw first" in page(cast, "Tom")
    assert "I like to draw first" not in page(cast, "Dev")


def test_a_story_takes_the_same_number_of_queries_for_any_length(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    child = cast.children[MAYA]

    def queries() -> int:
        with django_assert_max_num_queries(60) as seen:  # type: ignore[operator]
            story(story_of(cast["Priya"], child, NOON), TODAY)
        return len(seen.captured_queries)

    for _ in range(2):
        voice.talk_over(said=said(cast).pk, talk=voice.Talk(about="x"), **who(cast, "Priya"))
    queries()  # what a person may do is kept with them
    few = queries()
    for _ in range(8):
        voice.talk_over(said=said(cast).pk, talk=voice.Talk(about="x"), **who(cast, "Priya"))
    assert queries() == few
