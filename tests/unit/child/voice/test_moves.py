"""The loop of what one person said: each move is a row, nothing is lost, the state follows."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from heard.child.voice import operations as voice
from heard.child.voice.models import Said, Step
from heard.child.voice.operations import NotForward, Talk
from heard.child.voice.tasks import close_after_30_days
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.reminders.models import Alert
from heard.kernel.loop import State, replay
from tests.cast import NOON, TODAY, Cast
from tests.unit.child.voice.made import COUSINS, person, said, who


def moves(row: Said) -> list[str]:
    return list(row.steps.order_by("number").values_list("move", flat=True))


def stands(row: Said) -> State:
    row.refresh_from_db()
    assert replay(moves(row)) == row.state
    return State(row.state)


def test_from_said_to_told_by_the_persons_own_word(cast: Cast) -> None:
    row, ruth = said(cast), cast.workers["Ruth"]
    voice.talk_over(said=row.pk, talk=Talk(about="Her cousins"), **who(cast, "Priya"))
    due = TODAY + timedelta(days=7)
    passing = {"to": ruth.pk, "due": due, "words": "Ruth can agree it", "person_told": True}
    voice.pass_on(said=row.pk, **passing, **who(cast, "Priya"))
    voice.answer(said=row.pk, possible=True, words="Saturdays", **who(cast, "Ruth"))
    voice.tell(said=row.pk, words="On the phone", **who(cast, "Priya"))
    voice.person_says(said=row.pk, told=False, words="Nobody told me when", **person())
    assert stands(row) == State.OPEN
    assert row.holder == ruth
    voice.answer(said=row.pk, possible=True, words="This Saturday at two", **who(cast, "Ruth"))
    voice.tell(said=row.pk, words="", **who(cast, "Priya"))
    voice.person_says(said=row.pk, told=True, words="", **person())
    assert stands(row) == State.CLOSED
    assert row.words == COUSINS


def test_a_move_that_cannot_follow_changes_nothing(cast: Cast) -> None:
    row = said(cast)
    with pytest.raises(NotForward):
        voice.tell(said=row.pk, words="", **who(cast, "Priya"))
    assert (stands(row), moves(row)) == (State.OPEN, ["said"])


def test_the_same_words_again_under_the_same_id_are_one(cast: Cast) -> None:
    row = said(cast)
    words = voice.Words(way="car", words="other words", happened_on=TODAY)
    voice.say(
        id=row.pk, child=row.child_id, said=words, written_by=None,
        by=cast["Priya"].actor, at=NOON,
    )  # fmt: skip
    assert (Said.objects.get().words, Step.objects.count()) == (COUSINS, 1)


def test_thirty_days_without_a_word_close_it_and_say_so(cast: Cast) -> None:
    row = said(cast, happened_on=TODAY - timedelta(days=40))
    early = TODAY - timedelta(days=30)
    voice.answer(said=row.pk, possible=False, words="Too far", **who(cast, "Priya", early))
    voice.tell(said=row.pk, words="", **who(cast, "Priya", early + timedelta(days=1)))
    assert close_after_30_days(NOON) == 0
    assert close_after_30_days(NOON + timedelta(days=1)) == 1
    assert stands(row) == State.CLOSED_BY_TIME


def test_the_person_takes_it_back_and_the_words_stay(cast: Cast) -> None:
    row = said(cast)
    voice.withdraw(said=row.pk, words="", **person())
    assert (stands(row), row.words) == (State.WITHDRAWN, COUSINS)


def test_the_database_refuses_an_answer_without_words(cast: Cast) -> None:
    row = said(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        voice.answer(said=row.pk, possible=False, words="", **who(cast, "Priya"))
    assert stands(row) == State.OPEN


def test_the_database_refuses_passing_on_to_nobody(cast: Cast) -> None:
    row = said(cast)
    step = Step(said=row, number=2, move="passed_on", by="staff", happened_on=TODAY)
    step.recorded_at = NOON
    with pytest.raises(IntegrityError), transaction.atomic(), writing_allowed("test"):
        step.save(force_insert=True)


def test_whoever_it_was_passed_to_is_told_without_a_word_of_it(cast: Cast) -> None:
    row = said(cast)
    passing = {"to": cast.workers["Ruth"].pk, "due": TODAY, "words": "x", "person_told": False}
    voice.pass_on(said=row.pk, **passing, **who(cast, "Priya"))
    alert = Alert.objects.get(staff=cast["Ruth"])
    assert COUSINS not in alert.text + alert.link
    assert "Maya" not in alert.text
