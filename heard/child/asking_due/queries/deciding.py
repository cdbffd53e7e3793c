"""Decisions that asking is not appropriate: those in force, and those that Heard proposes."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from heard.child.asking_due.models import Exemption
from heard.child.people.models import Allocation, Child, Work
from heard.child.people.permissions import NotYours, is_manager
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read, records_listed
from heard.foundations.deployment.clock import LONDON
from heard.foundations.deployment.queries import deployment
from heard.kernel.ages import birthday

ONE_DAY = timedelta(days=1)
UNBORN = "Not born yet. How the baby is to be is talked over with the parents."
YOUNG = "Under {years} years old. How the child is, is seen and written down at each visit."


class Proposal(NamedTuple):
    """A child whom Heard proposes not to ask, why, and until which day (None: until ended)."""

    child: Child
    reason: str
    until: date | None


def proposals(staff: Staff, at: datetime) -> list[Proposal]:
    """Return the children of this manager's teams whom Heard proposes not to ask, by age.

    The unborn, and those under the age that the authority set, in open work and without a
    decision in force. A proposal decides nothing: only the manager does, one child at a time.
    """
    day, under = _day(at), deployment().not_asked_under
    found = [
        proposal
        for child in _undecided(staff, day).order_by("birth_date", "pk")
        if (proposal := proposal_for(child, day, under))
    ]
    if found:
        data = {"children": len(found)}
        what, why = "children not to be asked", "manager of the allocated worker"
        records_listed(what=what, why=why, data=data, by=staff.actor, at=at)
    return found


def _undecided(staff: Staff, day: date) -> QuerySet[Child]:
    still = Q(end_date=None) | Q(end_date__gte=day)
    mine = Allocation.objects.filter(still, start_date__lte=day, worker__team__manager__staff=staff)
    work = Work.objects.filter(still, child=OuterRef("pk"), start_date__lte=day)
    decided = in_force(day).filter(child=OuterRef("pk"))
    children = Child.objects.filter(Exists(work), pk__in=mine.values("child"))
    return children.exclude(Exists(decided))


def in_force(day: date) -> QuerySet[Exemption]:
    """Return the decisions that cover a day."""
    return Exemption.objects.filter(Q(to_date=None) | Q(to_date__gte=day), from_date__lte=day)


def proposal_for(child: Child, day: date, under: int) -> Proposal | None:
    """Return what Heard proposes about a child on a day, or None: they are old enough to ask.

    `under` is an age in years. Where no birth is known nor expected, nothing is proposed.
    """
    born = child.birth_date
    if born is None or born > day:
        expected = child.expected_birth_date
        unborn = born is not None or (expected is not None and expected > day - ONE_DAY * 28)
        return Proposal(child, UNBORN, None) if unborn else None
    old_enough = birthday(born, under)
    if day >= old_enough:
        return None
    return Proposal(child, YOUNG.format(years=under), old_enough - ONE_DAY)


def to_decide(staff: Staff, child: UUID, at: datetime) -> tuple[Child, Proposal | None]:
    """Return a child about whom this manager decides, and what Heard proposes; noted as a look."""
    row, day = Child.objects.get(pk=child), _day(at)
    _opened(staff, row, at)
    return row, proposal_for(row, day, deployment().not_asked_under)


def one_decision(staff: Staff, decision: UUID, at: datetime) -> Exemption:
    """Return a decision that this manager may end; the look is written down."""
    row = Exemption.objects.select_related("child").get(pk=decision)
    _opened(staff, row.child, at)
    return row


def _opened(staff: Staff, child: Child, at: datetime) -> None:
    reason = is_manager(staff, child, _day(at))
    if reason is None or not staff.may(P.CONFIRM_HEARD):
        raise NotYours
    what = "whether to ask them how the work goes"
    record_read(child=str(child.pk), what=what, why=reason.words, by=staff.actor, at=at)


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()
