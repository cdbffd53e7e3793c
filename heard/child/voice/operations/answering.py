"""The moves of a loop (00-product.md, states and moves)."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from heard.child.people.models import Worker
from heard.child.voice.hooks import talked
from heard.child.voice.models import Said, TalkedOver
from heard.child.voice.operations.steps import NotForward, locked, step
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.reminders.operations import raise_alert

__all__ = ["NotForward"]


class Talk(NamedTuple):
    """The talk in its parts; `by_when` makes of `will_change` a promise. Only `about` is needed."""

    about: str
    learned: str = ""
    will_change: str = ""
    by_when: date | None = None
    cannot_change: str = ""


@operation("voice.talked_over")
def talk_over(
    *, said: UUID, talk: Talk, on: date, staff: UUID, by: Actor, at: datetime, audit: Recorder
) -> Said:
    """Write down what we talked about. The loop is then heard; 2c counts the talk."""
    row = locked(said)
    who: dict[str, Any] = {"by": "staff", "staff": staff, "on": on, "at": at, "audit": audit}
    written = step(row, "heard", words=talk.about, **who)
    TalkedOver.objects.create(step=written, **talk._asdict())
    if talk.by_when:
        row.answer_by = talk.by_when
        row.save(update_fields=["answer_by"])
    talked(row.pk, on, by, at)
    return row


@operation("voice.passed_on")
def pass_on(
    *,
    said: UUID,
    to: UUID,
    due: date,
    words: str,
    person_told: bool,
    staff: UUID,
    on: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Said:
    """Pass it on to a named person who can act, by a day; who was told so is written down."""
    row, worker = locked(said), Worker.objects.get(pk=to)
    who: dict[str, Any] = {"by": "staff", "staff": staff, "on": on, "at": at, "audit": audit}
    where: dict[str, Any] = {"to_worker": to, "due": due, "person_told": person_told}
    step(row, "passed_on", words=words, **where, **who)
    row.holder, row.answer_by = worker, due
    row.save(update_fields=["holder", "answer_by"])
    if worker.staff_id and worker.staff_id != staff:
        text, link = "Something was passed on to you", f"/said/{said}/"
        raise_alert(to=[worker.staff_id], kind="passed on", text=text, link=link, by=by, at=at)
    return row


@operation("voice.answered")
def answer(
    *,
    said: UUID,
    possible: bool,
    words: str,
    staff: UUID,
    on: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Said:
    """Say what changed, or why it is not possible: "not possible, because" is an answer."""
    row = locked(said)
    move = "done" if possible else "not_possible"
    step(row, move, by="staff", staff=staff, on=on, at=at, audit=audit, words=words)
    return row


@operation("voice.told")
def tell(
    *, said: UUID, words: str, staff: UUID, on: date, by: Actor, at: datetime, audit: Recorder
) -> Said:
    """The worker says that the person was told. The person's own word is asked apart."""
    row = locked(said)
    step(row, "told", by="staff", staff=staff, on=on, at=at, audit=audit, words=words)
    return row


@operation("voice.person_says")
def person_says(
    *,
    said: UUID,
    told: bool,
    words: str,
    written_by: UUID | None,
    on: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Said:
    """The person says whether they were told: yes closes it, "not yet" opens it again.

    `written_by`: on whose screen they said so, None through their own door.
    """
    row = locked(said)
    move = "told_yes" if told else "told_not_yet"
    step(row, move, by="person", staff=written_by, on=on, at=at, audit=audit, words=words)
    if not told and row.holder is not None and row.holder.staff_id not in (None, written_by):
        to, text = [row.holder.staff_id], "Somebody says that they were not told yet"
        raise_alert(to=to, kind="not yet", text=text, link=f"/said/{said}/", by=by, at=at)
    return row


@operation("voice.closed_by_time")
def close_by_time(*, said: UUID, on: date, by: Actor, at: datetime, audit: Recorder) -> Said:
    """Close after 30 days without a word from the person: counted apart (worker's word only)."""
    row = locked(said)
    step(row, "no_word", by="time", staff=None, on=on, at=at, audit=audit)
    return row


@operation("voice.withdrawn")
def withdraw(
    *,
    said: UUID,
    words: str,
    written_by: UUID | None,
    on: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Said:
    """The person takes it back. What was said is kept, and nobody is asked about it any more."""
    row = locked(said)
    step(row, "withdrawn", by="person", staff=written_by, on=on, at=at, audit=audit, words=words)
    return row


@operation("voice.left")
def leave(
    *, said: UUID, tried: str, staff: UUID, on: date, by: Actor, at: datetime, audit: Recorder
) -> Said:
    """The work ended with the loop open: say what was tried."""
    row = locked(said)
    step(row, "left", by="staff", staff=staff, on=on, at=at, audit=audit, words=tried)
    return row
