"""Keeping what somebody said, and telling those who must know at once."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from heard.child.people.models import Allocation, Child, Worker
from heard.child.people.queries import who_to_tell
from heard.child.voice.hooks import Asked, asked
from heard.child.voice.models import Choice, NamedPerson, Said, Step
from heard.child.voice.rules import answer_by
from heard.foundations.accounts.models import RoleHeld
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.reminders.operations import raise_alert
from heard.kernel.ages import age_on
from heard.kernel.loop import State


class Words(NamedTuple):
    """What was said, by whom and how. `adult` is the speaker when it was not the child.

    `soon`: "I need someone soon". `asked`: it answers how the work is going (2c). `holder`: whom
    they would rather talk to than their worker.
    """

    way: str
    words: str
    happened_on: date
    adult: UUID | None = None
    language: str = ""
    written_right: str = ""
    audience: str = "helping"
    not_parents: bool = True
    named: tuple[UUID, ...] = ()
    soon: bool = False
    asked: bool = False
    holder: UUID | None = None


@operation("voice.said")
def say(
    *,
    id: UUID,
    child: UUID,
    said: Words,
    written_by: UUID | None,
    meeting: UUID | None = None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Said:
    """Keep what somebody said, word for word, under the id that the client gave.

    The same id again changes nothing. `written_by`: the member of staff who wrote it down, None
    when the person sent it themselves. The worker holds it; without one, every manager is told.
    """
    worker = _worker_on(child, at.date())
    if said.holder:
        worker = Worker.objects.get(pk=said.holder)
    row, new = Said.objects.get_or_create(
        id=id, defaults=_fields(child, said, written_by, meeting, worker, at)
    )
    audit(subject=("said", str(id)), child=str(child), data={"way": said.way, "new": new})
    if not new:
        return row
    _begin(row, said, written_by, at)
    _tell(row, written_by, worker, by, at)
    if said.asked and said.adult is None and said.way != "form":
        asked(_asking(row), by, at)
    return row


def _fields(
    child: UUID,
    said: Words,
    written_by: UUID | None,
    meeting: UUID | None,
    worker: Worker | None,
    at: datetime,
) -> dict[str, object]:
    mine = worker is not None and written_by is not None and worker.staff_id == written_by
    return {
        "child_id": child,
        "speaker": "adult" if said.adult else "child",
        "adult_id": said.adult,
        "way": said.way,
        "words": said.words,
        "language": said.language,
        "written_right": said.written_right,
        "written_by_id": written_by,
        "happened_on": said.happened_on,
        "received_at": at,
        "meeting_id": meeting,
        "audience": said.audience,
        "not_parents": said.not_parents,
        "soon": said.soon,
        "asked_how_it_goes": said.asked,
        "state": State.OPEN,
        "holder": worker,
        "answer_by": answer_by(said.happened_on),
        "opened_at": at if mine else None,
    }


def _begin(row: Said, said: Words, written_by: UUID | None, at: datetime) -> None:
    Step.objects.create(
        said=row,
        number=1,
        move="said",
        by="staff" if written_by else "person",
        staff_id=written_by,
        happened_on=said.happened_on,
        recorded_at=at,
    )
    choice = {"audience": said.audience, "not_parents": said.not_parents, "by_speaker": True}
    Choice.objects.create(said=row, chosen_at=at, **choice)
    NamedPerson.objects.bulk_create(NamedPerson(said=row, staff_id=s) for s in said.named)


def _tell(
    row: Said, written_by: UUID | None, worker: Worker | None, by: Actor, at: datetime
) -> None:
    """Tell the worker of what they did not write down themselves; of `soon`, also who can come."""
    who = {worker.staff_id} if worker and worker.staff_id else set(who_to_tell(row.child, at))
    if row.soon:
        who |= set(who_to_tell(row.child, at))
        _alert(row, who, "Somebody needs someone soon", f"/said/{row.pk}/", by, at)
        duty = RoleHeld.objects.filter(role="duty", staff__is_active=True).exclude(staff__in=who)
        on_duty = set(duty.values_list("staff_id", flat=True))
        _alert(row, on_duty, "Somebody needs someone soon", "/duty/", by, at)
    else:
        who -= {written_by} if written_by else set()
        _alert(row, who, "Something was said to you in Heard", f"/said/{row.pk}/", by, at)


def _alert(row: Said, who: set[UUID], text: str, link: str, by: Actor, at: datetime) -> None:
    if who:
        kind = "soon" if row.soon else "said"
        raise_alert(to=sorted(who), kind=kind, text=text, link=link, by=by, at=at)


def _asking(row: Said) -> Asked:
    born = row.child.birth_date
    young = born is not None and age_on(born, row.happened_on) >= 11
    how = "drawing" if row.way == "drawing" else "conversation"
    of = "young_person" if young else "child"
    return Asked(row.pk, row.child_id, row.happened_on, "worker", of, how, declined=False)


def _worker_on(child: UUID, day: date) -> Worker | None:
    """Return the child's worker; the row of the child is locked, so that no handover passes by."""
    Child.objects.select_for_update().get(pk=child)
    now = Allocation.objects.filter(child_id=child, start_date__lte=day).exclude(end_date__lt=day)
    row = now.select_related("worker").order_by("-start_date").first()
    return row.worker if row else None


@operation("voice.opened")
def open_words(*, said: UUID, by: Actor, at: datetime, audit: Recorder) -> None:
    """Keep when somebody who can act first opened what was said; later looks change nothing."""
    row = Said.objects.select_for_update().get(pk=said)
    if row.opened_at is None:
        row.opened_at = at
        row.save(update_fields=["opened_at"])
    audit(subject=("said", str(said)), child=str(row.child_id))


@operation("voice.to_manager")
def pass_to_manager(*, said: UUID, by: Actor, at: datetime, audit: Recorder) -> bool:
    """Tell the manager that nobody opened this by the end of the next working day.

    Returns False when somebody opened it meanwhile, or the manager was told.
    """
    row = Said.objects.select_for_update().get(pk=said)
    late = row.opened_at is None and row.to_manager_at is None
    if late:
        row.to_manager_at = at
        row.save(update_fields=["to_manager_at"])
        text, link = "Something that was said has not been opened", f"/said/{said}/"
        to = who_to_tell(row.child, at)
        raise_alert(to=to, kind="unopened", text=text, link=link, by=by, at=at)
    audit(subject=("said", str(said)), child=str(row.child_id), data={"late": late})
    return late
