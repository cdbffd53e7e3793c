"""A change of worker: the child's work, and everything open that was promised, moves."""

from datetime import date, datetime
from uuid import UUID

from heard.child.people.models import Allocation, Worker
from heard.child.people.operations import allocate
from heard.child.voice.models import Handover, Moved, Said
from heard.child.voice.rules import TO_DO
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.reminders.operations import raise_alert
from heard.kernel.ids import uuid7
from heard.kernel.loop import State

FROM_ANOTHER_SYSTEM = "The case management system names a new worker."


@operation("worker.changed")
def hand_over(
    *,
    id: UUID,
    child: UUID,
    to: UUID,
    on: date,
    why: str,
    words: str,
    know: str,
    told_child: bool,
    dues: dict[UUID, date],
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Handover:
    """Give a child's work to another worker from a day, with all that is open.

    `dues` names the day for each open thing; one without keeps the day it had. What was passed
    on to somebody else stays with them. The same id again changes nothing.
    """
    known = Handover.objects.filter(pk=id).first()
    audit(subject=("handover", str(id)), child=str(child), data={"on": on.isoformat()})
    if known is not None:
        return known
    now = Allocation.objects.filter(child_id=child, end_date=None).select_related("worker").first()
    before = now.worker if now else None
    allocate(child=child, worker=to, on=on, by=by, at=at)
    row = Handover.objects.create(
        id=id, child_id=child, before=before, after_id=to, on=on, why=why, words=words,
        know=know, told_child=told_child, recorded_at=at,
    )  # fmt: skip
    _move(row, before, dues)
    _tell(row, by, at)
    return row


@operation("worker.followed")
def follow_worker(
    *, child: UUID, before: UUID, by: Actor, at: datetime, audit: Recorder
) -> Handover | None:
    """Another system gave the child's work to somebody else: what is open goes along.

    Nobody typed why, so the words say where it came from; the new worker is told. Returns None
    where the child has no worker now, or the one before still is.
    """
    now = Allocation.objects.filter(child_id=child, end_date=None).select_related("worker").first()
    audit(subject=("worker", str(before)), child=str(child), data={"moved": now is not None})
    if now is None or now.worker_id == before:
        return None
    row = Handover.objects.create(
        id=uuid7(), child_id=child, before_id=before, after=now.worker, on=now.start_date,
        why="OTHERS", words=FROM_ANOTHER_SYSTEM, know="", told_child=False, recorded_at=at,
    )  # fmt: skip
    _move(row, Worker.objects.get(pk=before), {})
    _tell(row, by, at)
    return row


def _move(row: Handover, before: Worker | None, dues: dict[UUID, date]) -> None:
    waiting = Said.objects.select_for_update().filter(
        child_id=row.child_id, holder=before, state__in=[*TO_DO, State.TOLD]
    )
    for said in waiting:
        said.holder_id, said.answer_by = row.after_id, dues.get(said.pk, said.answer_by)
        said.save(update_fields=["holder", "answer_by"])
        Moved.objects.create(handover=row, said=said, due=said.answer_by)


def _tell(row: Handover, by: Actor, at: datetime) -> None:
    staff = row.after.staff_id
    if staff:
        text, link = "A child's work was given to you", f"/children/{row.child_id}/"
        raise_alert(to=[staff], kind="new child", text=text, link=link, by=by, at=at)
