"""The moves of a loop from its pages: talked over, passed on, answered, told, the own word."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import signing

from heard.child.voice.models import Said, TalkedOver
from heard.child.voice.operations import hand_over
from heard.foundations.reminders.models import Alert
from heard.kernel.ids import uuid7
from tests.cast import SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.story.loops import COUSINS, day_of, maya_said, post, turn

pytestmark = pytest.mark.django_db
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.HEARD_TODAY = TODAY.isoformat()


def now(said: Said) -> Said:
    return Said.objects.get(pk=said.pk)


def talked(cast: Cast, said: Said, **typed: Any) -> Any:
    form = turn(said, **{"about": "Her cousins", **typed})
    return post(client_of(cast["Priya"]), said, "talk", **form)


def test_the_whole_loop_and_not_yet_opens_it_again(cast: Cast) -> None:
    said, priya, ruth = maya_said(cast), client_of(cast["Priya"]), client_of(cast["Ruth"])
    talked(cast, said)
    to = {"to": cast.workers["Ruth"].pk, **day_of("due", NEXT_WEEK), "person_told": "on"}
    post(priya, said, "pass-on", **turn(said, **to))
    assert now(said).holder == cast.workers["Ruth"]
    assert Alert.objects.filter(staff=cast["Ruth"], link=f"/said/{said.pk}/").exists()
    post(ruth, said, "answer", **turn(said, possible="yes", words="Every second Sunday"))
    post(ruth, said, "tell", **turn(said))
    post(priya, said, "their-word", **turn(said, told="not_yet", words="When?"))
    assert now(said).state == "open"
    talked(cast, said, will_change="The first time is on Sunday", told="on")
    post(priya, said, "their-word", **turn(said, told="yes"))
    assert now(said).state == "closed"
    assert now(said).words == COUSINS


FOLLOWS = [
    ({}, "heard"),
    ({"will_change": "Sundays"}, "answered"),
    ({"will_change": "Sundays", **day_of("by_when", NEXT_WEEK)}, "heard"),
    ({"cannot_change": "The judge decides"}, "answered"),
    ({"cannot_change": "The judge decides", "told": "on"}, "told"),
]


@pytest.mark.parametrize("typed, state", FOLLOWS)
def test_what_follows_from_a_talk(cast: Cast, typed: dict[str, str], state: str) -> None:
    said = maya_said(cast)
    assert talked(cast, said, **typed).status_code == 302
    assert now(said).state == state


def test_a_promise_is_due_on_its_day(cast: Cast) -> None:
    said = maya_said(cast)
    talked(cast, said, will_change="Sundays", **day_of("by_when", NEXT_WEEK))
    assert now(said).answer_by == NEXT_WEEK


def test_who_else_is_needed_gets_it_from_the_talk(cast: Cast) -> None:
    said = maya_said(cast)
    typed = {"to": cast.workers["Ruth"].pk, **day_of("due", NEXT_WEEK), "told": "on"}
    talked(cast, said, will_change="Perhaps Sundays", **typed)
    assert (now(said).state, now(said).holder) == ("heard", cast.workers["Ruth"])
    assert now(said).steps.get(move="passed_on").person_told


WRONG = [
    {"about": ""},
    {"told": "on"},
    day_of("by_when", NEXT_WEEK),
    {"will_change": "Sundays", **day_of("by_when", TODAY - timedelta(days=1))},
    day_of("due", NEXT_WEEK),
    day_of("on", TODAY - timedelta(days=21)),  # before it was said
    day_of("on", TODAY + timedelta(days=1)),
]


@pytest.mark.parametrize("typed", WRONG)
def test_a_talk_that_does_not_fit_keeps_what_was_typed(cast: Cast, typed: dict[str, str]) -> None:
    said = maya_said(cast)
    answer = talked(cast, said, learned="She misses <them>", **typed)
    assert answer.status_code == 422
    assert "She misses &lt;them&gt;" in answer.content.decode()
    assert now(said).state == "open"


def test_two_at_once_the_second_sees_both_side_by_side(cast: Cast) -> None:
    said = maya_said(cast)
    seen = turn(said)
    talked(cast, said, learned="Priya was first")
    second = post(client_of(cast["Ruth"]), said, "talk", **{**seen, "about": "Ruth came second"})
    assert second.status_code == 409
    assert "Ruth came second" in second.content.decode()
    assert "Priya was first" in second.content.decode()
    assert TalkedOver.objects.count() == 1


def test_a_worker_who_lost_the_child_meanwhile_keeps_what_was_typed(cast: Cast) -> None:
    said, priya = maya_said(cast), client_of(cast["Priya"])
    drawn = priya.get(f"/said/{said.pk}/talk/").content.decode()
    note = drawn.split('name="drawn" value="')[1].split('"')[0]
    moves_to_sam(said, cast)
    typed = turn(said, about="What only I know", drawn=note)
    kept = post(priya, said, "talk", **typed)
    assert kept.status_code == 409
    assert "What only I know" in kept.content.decode()
    assert COUSINS not in kept.content.decode()
    assert post(priya, said, "talk", **{**typed, "drawn": signing.dumps("x")}).status_code == 404


def moves_to_sam(said: Said, cast: Cast) -> None:
    yesterday = TODAY - timedelta(days=1)
    hand_over(
        id=uuid7(), child=said.child_id, to=cast.workers["Sam"].pk, on=yesterday, why="LEFTRL",
        words="Priya has a new job", know="", told_child=True, dues={}, **SYSTEM,
    )  # fmt: skip


def test_a_double_click_has_one_effect(cast: Cast) -> None:
    said, priya = maya_said(cast), client_of(cast["Priya"])
    to = {"to": cast.workers["Ruth"].pk, **day_of("due", NEXT_WEEK)}
    typed = turn(said, **to)
    answers = [post(priya, said, "pass-on", **typed).status_code for _ in range(5)]
    assert answers == [302, 409, 409, 409, 409]
    assert said.steps.filter(move="passed_on").count() == 1
