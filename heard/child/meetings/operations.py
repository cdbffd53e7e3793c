"""Recording a meeting: who met, when, where, and what kind of conversation it was."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from heard.child.meetings.models import Meeting, Present
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class There(NamedTuple):
    """Who was there: `children` and `adults` by id, `others` in words, `alone` seen alone."""

    children: tuple[UUID, ...] = ()
    adults: tuple[UUID, ...] = ()
    others: tuple[str, ...] = ()
    alone: frozenset[UUID] = frozenset()


@operation("meeting.held")
def hold_meeting(
    *,
    id: UUID,
    worker: UUID,
    happened_at: datetime,
    kind: str,
    conversation: str,
    there: There,
    place: str = "",
    purpose: str = "",
    note: str = "",
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Meeting:
    """Record a meeting under the id that the client gave; the same id again changes nothing.

    `happened_at` is when it was, `at` when we received it.
    """
    meeting, new = Meeting.objects.get_or_create(
        id=id,
        defaults={
            "worker_id": worker,
            "happened_at": happened_at,
            "received_at": at,
            "kind": kind,
            "place": place,
            "purpose": purpose,
            "conversation": conversation,
            "note": note,
        },
    )
    if new:
        Present.objects.bulk_create(_rows(meeting, there))
    for child in there.children:
        audit(subject=("meeting", str(id)), child=str(child), data={"new": new})
    if not there.children:
        audit(subject=("meeting", str(id)), data={"new": new})
    return meeting


def _rows(meeting: Meeting, there: There) -> Iterable[Present]:
    for child in there.children:
        alone = child in there.alone
        yield Present(meeting=meeting, child_id=child, seen_alone=alone)
    for adult in there.adults:
        yield Present(meeting=meeting, adult_id=adult, seen_alone=adult in there.alone)
    for other in there.others:
        yield Present(meeting=meeting, other=other)
