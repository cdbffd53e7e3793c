"""The network around a child: who is in it, and who speaks for the child."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from heard.child.people.models import Adult, AdvocateOf, Tie
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.clock import LONDON


@operation("adult.added")
def add_adult(
    *,
    name: str,
    language: str = "",
    interpreter: bool = False,
    communication: str = "",
    contact: str = "",
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Adult:
    """Make a record for a parent, carer or somebody of the network."""
    adult = Adult.objects.create(
        name=name,
        language=language,
        interpreter=interpreter,
        communication=communication,
        contact=contact,
        source="heard",
    )
    audit(subject=("adult", str(adult.pk)))
    return adult


@operation("tie.made")
def tie(
    *,
    child: UUID,
    adult: UUID,
    kind: str,
    relation: str,
    parental_responsibility: bool = False,
    chosen_by_child: bool = False,
    helps_with: str = "",
    since: date | None = None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Tie:
    """Say what an adult is to a child: a parent, a carer, or somebody of the network."""
    row = Tie.objects.create(
        child_id=child,
        adult_id=adult,
        kind=kind,
        relation=relation,
        parental_responsibility=parental_responsibility,
        chosen_by_child=chosen_by_child,
        helps_with=helps_with,
        since=since,
    )
    audit(subject=("tie", str(row.pk)), child=str(child), data={"kind": kind})
    return row


@operation("network.joined")
def add_to_network(
    *,
    child: UUID,
    adult: UUID | None,
    name: str,
    kind: str,
    relation: str,
    parental_responsibility: bool,
    chosen_by_child: bool,
    helps_with: str,
    contact: str,
    language: str,
    interpreter: bool,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Tie:
    """Put somebody around a child: an adult whom Heard knows, or a new one by name."""
    who: dict[str, Any] = {"by": by, "at": at}
    if adult is None:
        needs = {"contact": contact, "language": language, "interpreter": interpreter}
        adult = add_adult(name=name, **needs, **who).pk
    row = tie(
        child=child,
        adult=adult,
        kind=kind,
        relation=relation,
        parental_responsibility=parental_responsibility,
        chosen_by_child=chosen_by_child,
        helps_with=helps_with,
        since=at.astimezone(LONDON).date(),
        **who,
    )
    audit(subject=("tie", str(row.pk)), child=str(child), data={"kind": kind})
    return row


@operation("tie.ended")
def untie(*, tie: UUID, on: date, by: Actor, at: datetime, audit: Recorder) -> Tie:
    """Say that an adult is no longer around a child, from a day; the row stays."""
    row = Tie.objects.select_for_update().get(pk=tie, until__isnull=True)
    row.until = max(on, row.since) if row.since else on
    row.save(update_fields=["until"])
    audit(subject=("tie", str(tie)), child=str(row.child_id), data={"on": on.isoformat()})
    return row


@operation("advocate.named")
def name_advocate(
    *, child: UUID, staff: UUID, since: date, by: Actor, at: datetime, audit: Recorder
) -> AdvocateOf:
    """Say that an advocate with an account speaks for a child from a day.

    Whoever spoke for the child before stops the day before; one already named goes on.
    """
    before = AdvocateOf.objects.select_for_update().filter(child=child, until=None)
    for other in before.exclude(staff=staff):
        other.until = max(other.since, since - timedelta(days=1))
        other.save(update_fields=["until"])
    audit(subject=("staff", str(staff)), child=str(child), data={"since": since.isoformat()})
    known = before.filter(staff=staff).first()
    if known is not None:
        return known
    return AdvocateOf.objects.create(child_id=child, staff_id=staff, since=since)
