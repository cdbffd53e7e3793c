"""Asking one person or several at one meeting: the meeting and every form, or none of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from heard.child.feedback.models import Form
from heard.child.feedback.operations.offering import Offer, offer_form
from heard.child.meetings.operations import There, hold_meeting
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class NewMeeting(NamedTuple):
    """A meeting of today, recorded with the asking."""

    id: UUID
    kind: str
    conversation: str
    there: There


@operation("feedback.asked_together")
def ask_together(
    *,
    meeting: NewMeeting | None,
    offers: Iterable[tuple[UUID, Offer]],
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> list[Form]:
    """Record today's meeting, unless it is on record, and offer each person their own form.

    Every id comes from the client; the same again changes nothing.
    """
    wanted = list(offers)
    if meeting is not None:
        asker = wanted[0][1].asked_by
        fields = {"kind": meeting.kind, "conversation": meeting.conversation}
        hold_meeting(
            id=meeting.id, worker=asker, happened_at=at, there=meeting.there, by=by, at=at, **fields
        )
    forms = [offer_form(id=id, offer=offer, by=by, at=at) for id, offer in wanted]
    child = str(wanted[0][1].child)
    audit(subject=("form", str(forms[0].pk)), child=child, data={"forms": len(forms)})
    return forms
