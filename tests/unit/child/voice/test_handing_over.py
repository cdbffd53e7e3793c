"""When the worker changes, what is open moves with a date, and nothing else does."""

from datetime import timedelta

from heard.child.people import operations as people
from heard.child.people.models import Allocation
from heard.child.voice import operations as voice
from heard.child.voice.models import Handover, Moved
from heard.child.voice.tasks import follow_changes_of_worker
from heard.kernel.ids import uuid7
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.unit.child.voice.made import person, said, who


def hand_over(cast: Cast, **more: object) -> Handover:
    given = {
        "id": uuid7(), "child": cast.children["Maya"].pk, "to": cast.workers["Tom"].pk,
        "on": TODAY, "why": "LEFTRL", "words": "Priya has a new job", "told_child": True,
        "know": "I do not like being called sweetie", "dues": {},
        "by": cast["Ruth"].actor, "at": NOON,
    }  # fmt: skip
    return voice.hand_over(**(given | more))


def test_what_is_open_moves_with_a_date(cast: Cast) -> None:
    open_, closed, elsewhere = said(cast), said(cast), said(cast)
    voice.withdraw(said=closed.pk, words="", **person())
    passing = {"to": cast.workers["Ruth"].pk, "due": TODAY, "words": "", "person_told": True}
    voice.pass_on(said=elsewhere.pk, **passing, **who(cast, "Priya"))
    due = TODAY + timedelta(days=5)
    row = hand_over(cast, dues={open_.pk: due})
    assert list(row.moved.values_list("said", "due")) == [(open_.pk, due)]
    for said_, holder in ((open_, "Tom"), (closed, "Priya"), (elsewhere, "Ruth")):
        said_.refresh_from_db()
        assert said_.holder == cast.workers[holder]
    assert Allocation.objects.get(child=row.child, end_date=None).worker == cast.workers["Tom"]


def test_the_same_handover_again_changes_nothing(cast: Cast) -> None:
    said(cast)
    row = hand_over(cast)
    hand_over(cast, id=row.pk)
    assert (Handover.objects.count(), Moved.objects.count()) == (1, 1)


def test_somebody_else_loses_sight_and_the_new_worker_sees(cast: Cast) -> None:
    from heard.child.voice.permissions import reason_to_see

    row = said(cast, audience="worker")
    hand_over(cast)
    row.refresh_from_db()
    tomorrow = NOON + timedelta(days=1)
    assert reason_to_see(cast["Tom"], row, tomorrow)
    assert not reason_to_see(cast["Priya"], row, tomorrow)


def test_a_change_in_another_system_moves_what_is_open(cast: Cast) -> None:
    mine, passed = said(cast), said(cast)
    passing = {"to": cast.workers["Ruth"].pk, "due": TODAY, "words": "", "person_told": True}
    voice.pass_on(said=passed.pk, **passing, **who(cast, "Priya"))
    child, yesterday = cast.children["Maya"].pk, TODAY - timedelta(days=1)
    people.allocate(child=child, worker=cast.workers["Tom"].pk, on=TODAY, **SYSTEM)
    assert Allocation.objects.get(child=child, worker__name="Priya").end_date == yesterday
    assert follow_changes_of_worker(NOON) == 1
    assert follow_changes_of_worker(NOON) == 0
    mine.refresh_from_db()
    passed.refresh_from_db()
    assert (mine.holder, passed.holder) == (cast.workers["Tom"], cast.workers["Ruth"])
    assert Handover.objects.get().moved.get().said == mine
