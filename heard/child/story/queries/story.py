"""The story of a child, as one person may read it."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import prefetch_related_objects

from heard.child.feedback.queries import InContext, forms_of_said, words_only
from heard.child.people.models import AdvocateOf, Allocation, Child, Tie
from heard.child.people.permissions import NotYours
from heard.child.people.queries import advocates_of, allocations_of, network_of
from heard.child.reviews.models import Review
from heard.child.reviews.queries import reviews_of
from heard.child.voice.models import Handover, Said
from heard.child.voice.permissions import CLOSE, Relations, is_advocate, relations_of
from heard.child.voice.queries import said_by
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read
from heard.foundations.deployment.clock import LONDON

# A page answers both alike: there is nothing here for you.
NOT_FOUND = (Child.DoesNotExist, NotYours)


class Story(NamedTuple):
    """What one person may read of a child's story. `said` is newest first, by child and adults.

    `close`: the worker or the worker's manager. `handover` is the last change of worker, for them.
    """

    child: Child
    said: list[Said]
    close: bool
    network: list[Tie]
    advocates: list[AdvocateOf]
    allocation: Allocation | None
    chaired: Review | None
    handover: Handover | None
    forms: dict[UUID, InContext]


def story_of(staff: Staff, child: Child, at: datetime) -> Story:
    """Return the story of a child as this person may read it; the caller wrote the look down."""
    day = at.astimezone(LONDON).date()
    relations = relations_of(staff, child, at)
    close = any(name in (relations or {}) for name in CLOSE)
    said = said_by(staff, child, at, relations)
    prefetch_related_objects(said, "moved__handover__after")
    now = (a for a in allocations_of(child) if a.end_date is None or a.end_date >= day)
    return Story(
        child=child,
        said=said,
        close=close,
        network=list(network_of(child)),
        advocates=list(advocates_of(child, day)),
        allocation=next((a for a in now if a.start_date <= day), None),
        chaired=reviews_of(child).filter(cancelled=False, chair__isnull=False).first(),
        handover=last_handover(child) if close else None,
        forms=forms_in(staff, said, relations, at),
    )


def forms_in(
    staff: Staff, said: list[Said], relations: Relations | None, at: datetime
) -> dict[UUID, InContext]:
    """Return the forms behind what was said, by its id; numbers for the child's worker only.

    A story shows many at once, and the manager sees numbers one form at a time (01-feedback.md).
    """
    found = forms_of_said(staff, said, at, relations)
    if relations and "worker" in relations:
        return found
    return {key: words_only(one) for key, one in found.items()}


def last_handover(child: Child) -> Handover | None:
    """Return the last change of the child's worker."""
    return child.handovers.select_related("before", "after").order_by("-on", "-pk").first()


def shared_child(staff: Staff, child: UUID, what: str, at: datetime) -> Child:
    """Return a child for whom this advocate speaks; the look is written down first.

    Raises Child.DoesNotExist or NotYours; a page answers both alike.
    """
    row = Child.objects.get(pk=child)
    reason = is_advocate(staff, row, at.astimezone(LONDON).date())
    if reason is None:
        raise NotYours
    record_read(child=str(row.pk), what=what, why=reason.words, by=staff.actor, at=at)
    return row
