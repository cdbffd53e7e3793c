"""Our work ends: the closing questions, nothing in silence, links end, a closure to confirm."""

from datetime import timedelta
from typing import Any

import pytest

from heard.child.evidence.models import Point
from heard.child.people.models import Allocation, Work
from heard.child.people.operations import allocate
from heard.child.story.operations.ending import end_our_work
from heard.child.voice.models import Closing, Ending, Link, Said
from heard.child.voice.operations import NotForward
from heard.child.voice.operations.links import SafeCheck, make_link
from heard.kernel.ids import uuid7
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.story.loops import day_of, maya_said

pytestmark = pytest.mark.django_db
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.HEARD_TODAY = TODAY.isoformat()


def address(cast: Cast, page: str = "ending") -> str:
    return f"/children/{cast.children['Maya'].pk}/{page}/"


def typed(**more: Any) -> dict[str, Any]:
    return {"id": uuid7(), "asked": "not_today", **day_of("on", TODAY), **more}


def test_the_closing_answers_are_kept_to_the_letter(cast: Cast) -> None:
    priya = client_of(cast["Priya"])
    answers = {"id": uuid7(), "changed": "Mum  laughs\r\nagain", "better": "be on time"}
    for _ in range(2):
        assert priya.post(address(cast, "closing"), answers).status_code == 302
    closing = Closing.objects.get()
    assert closing.changed == "Mum  laughs\nagain"
    assert (closing.not_changed, closing.for_learning) == ("", False)
    assert closing.said.words == "Mum  laughs\nagain\n\nbe on time"
    assert (closing.said.way, closing.said.not_parents) == ("ending", True)


def test_nan_answers_for_herself_only_to_the_worker(cast: Cast) -> None:
    page = address(cast, f"closing-of/{cast.adults['Nan'].pk}")
    answers = {"id": uuid7(), "changed": "Peace", "for_learning": "on"}
    client_of(cast["Priya"]).post(page, answers)
    assert Closing.objects.get().for_learning
    assert (Said.objects.get().adult, Said.objects.get().audience) == (cast.adults["Nan"], "worker")
    assert client_of(cast["Priya"]).get(address(cast, f"closing-of/{uuid7()}")).status_code == 404


def test_the_childs_words_are_kept_when_the_worker_changed_meanwhile(cast: Cast) -> None:
    priya, page = client_of(cast["Priya"]), address(cast, "closing")
    drawn = priya.get(f"{page}?shall=yes").content.decode()
    note = drawn.split('name="drawn" value="')[1].split('"')[0]
    maya, sam = cast.children["Maya"].pk, cast.workers["Sam"].pk
    allocate(child=maya, worker=sam, on=TODAY - timedelta(days=1), **SYSTEM)
    answers = {"id": uuid7(), "changed": "I sleep"}
    assert priya.post(page, answers).status_code == 404
    kept = priya.post(page, {**answers, "drawn": note})
    assert (kept.status_code, "Thank you" in kept.text) == (200, True)
    assert Closing.objects.get().said.holder == cast.workers["Sam"]


def test_nothing_said_is_not_written_down(cast: Cast) -> None:
    nothing = {"id": uuid7(), "changed": " "}
    answer = client_of(cast["Priya"]).post(address(cast, "closing"), nothing)
    assert answer.status_code == 422
    assert not Said.objects.exists()


def test_the_end_settles_all_and_asks_the_manager(cast: Cast) -> None:
    first, second = maya_said(cast), maya_said(cast, "And a dog")
    link_for(first, cast)
    form = typed(**{
        f"way_{first.pk}": "pass_on", f"to_{first.pk}": cast.workers["Ruth"].pk,
        **day_of(f"due_{first.pk}", NEXT_WEEK),
        f"way_{second.pk}": "left", f"tried_{second.pk}": "Rang twice, wrote once",
    })  # fmt: skip
    assert client_of(cast["Priya"]).post(address(cast), form).status_code == 302
    assert Said.objects.get(pk=first.pk).holder == cast.workers["Ruth"]
    assert Said.objects.get(pk=second.pk).state == "left_open"
    maya = cast.children["Maya"]
    assert not Work.objects.filter(child=maya, end_date=None).exists()
    assert not Allocation.objects.filter(child=maya, end_date=None).exists()
    assert Point.objects.get(kind="closure").child == maya
    assert Link.objects.get().ended_at is not None


def link_for(said: Said, cast: Cast) -> None:
    priya = cast["Priya"]
    make_link(
        id=uuid7(), purpose="told", subject=said.pk, child=said.child_id, adult=None,
        check=SafeCheck("with_worker", "Priya gives it to her"), made_by=priya.pk, by=priya.actor,
        at=NOON,
    )  # fmt: skip


WRONG = [
    {},
    {"asked": "not_asked"},
    {"asked": "answered"},
    {"way": "left"},
    {"way": "pass_on"},
    day_of("on", TODAY - timedelta(days=400)),
    day_of("on", TODAY + timedelta(days=1)),
]


@pytest.mark.parametrize("more", WRONG)
def test_nothing_ends_in_silence(cast: Cast, more: dict[str, str]) -> None:
    said = maya_said(cast)
    way = more.get("way", "left" if more else "")
    tried = "Rang" if "way" not in more else ""
    rest = {key: value for key, value in more.items() if key != "way"}
    form = typed(**{f"way_{said.pk}": way, f"tried_{said.pk}": tried, **rest})
    assert client_of(cast["Priya"]).post(address(cast), form).status_code == 422
    assert not Ending.objects.exists()


def test_something_said_meanwhile_stops_the_end(cast: Cast) -> None:
    maya_said(cast)
    priya, maya = cast["Priya"], cast.children["Maya"]
    words = {"id": uuid7(), "child": maya.pk, "on": TODAY, "asked": "not_today", "why": ""}
    with pytest.raises(NotForward):
        end_our_work(**words, moves={}, staff=priya, by=priya.actor, at=NOON)
    assert Work.objects.filter(child=maya, end_date=None).exists()


@pytest.mark.parametrize("name", ["Tom", "Ivor", "Dana", "Olu", "Sam", "Kit", "Dev"])
def test_others_do_not_end_it(cast: Cast, name: str) -> None:
    for page in ("ending", "closing"):
        assert client_of(cast[name]).get(address(cast, page)).status_code == 404
