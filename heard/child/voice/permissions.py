"""Who may see what somebody said: chosen with its speaker, and the reason that Heard knows."""

from collections.abc import Mapping
from datetime import date, datetime

from heard.child.people.models import AdvocateOf, Child
from heard.child.people.permissions import (
    FURTHER,
    NotYours,
    Reason,
    allocated_or_manages,
    has_glass,
    is_named,
)
from heard.child.voice.models import NamedPerson, Said
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff
from heard.foundations.deployment.clock import LONDON

CLOSE = ("worker", "manager")
Relations = Mapping[str, Reason]


def reason_to_see(
    staff: Staff, said: Said, at: datetime, known: Relations | None = None
) -> Reason | None:
    """Return why this person may see this, or None.

    Whoever holds it always may: nothing is collected that nobody can answer (law 2). "Only my
    worker" is the worker and the worker's manager. "People I name" are those, and the holder.
    Breaking the glass opens what was shared with the people helping, nothing else. `known`: what
    they are to the child who is spoken about, where the caller asked already.
    """
    relations = relations_of(staff, said.child, at) if known is None else known
    return None if relations is None else seen_through(staff, said, relations)


def relations_of(staff: Staff, child: Child, at: datetime) -> Relations | None:
    """Return everything that this person is to the child, by name; None: may see no words."""
    if not (staff.may(P.READ_RECORDS) or staff.may(P.READ_SHARED)):
        return None
    day = at.astimezone(LONDON).date()
    found: list[Reason | None] = []
    if staff.may(P.READ_RECORDS):
        found += allocated_or_manages(staff, child, day)
        found += [is_named(staff, child)]
        if not child.restricted:
            found += [relation(staff, child, day) for relation in FURTHER]
            found += [has_glass(staff, child, at)]
    if staff.may(P.READ_SHARED):
        found += [is_advocate(staff, child, day)]
    return {reason.name: reason for reason in found if reason}


def seen_through(staff: Staff, said: Said, relations: Relations) -> Reason | None:
    """Return the relation through which one thing said may be seen, or None."""
    if said.holder is not None and said.holder.staff_id == staff.pk:
        return relations.get("worker") or Reason("holder", "it was passed on to them")
    if said.audience == "named":
        return _through_naming(staff, said, relations)
    if said.audience == "helping":
        return next(iter(relations.values()), None)
    return next((relations[name] for name in CLOSE if name in relations), None)


def _through_naming(staff: Staff, said: Said, relations: Relations) -> Reason | None:
    if said.to_manager_at and "manager" in relations:
        return Reason("manager", "nobody opened it by the end of the next working day")
    named = NamedPerson.objects.filter(said=said, staff=staff, until=None).exists()
    return Reason("named", "named by the person who said it") if named else None


def check_can_see(staff: Staff, said: Said, at: datetime, known: Relations | None = None) -> Reason:
    """Return the reason, or raise NotYours."""
    reason = reason_to_see(staff, said, at, known)
    if reason is None:
        raise NotYours
    return reason


def check_can_act(staff: Staff, said: Said, at: datetime, known: Relations | None = None) -> Reason:
    """Return the reason of whoever may talk it over, answer or pass it on: holder or manager."""
    reason = check_can_see(staff, said, at, known)
    if reason.name not in {"worker", "manager", "holder"}:
        raise NotYours
    return reason


def is_advocate(staff: Staff, child: Child, day: date) -> Reason | None:
    """Somebody who speaks for the child on that day."""
    speaks = AdvocateOf.objects.filter(child=child, staff=staff, since__lte=day)
    now = speaks.exclude(until__lt=day).exists()
    return Reason("advocate", "the child's advocate") if now else None
