"""Reading children's records: every read starts from who asks, and is written down."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from heard.child.people.models import (
    AdvocateOf,
    Allocation,
    Child,
    Team,
    Tie,
    Work,
    Worker,
)
from heard.child.people.permissions import NotYours, Reason, check_can_read, reason_to_read
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.queries import Page, who_looked
from heard.foundations.audit.reads import record_read, records_listed
from heard.foundations.deployment.clock import LONDON

# A page answers both alike: there is nothing here for you.
NOT_FOUND = (Child.DoesNotExist, NotYours)


class Waiting(NamedTuple):
    """How many things said wait for an answer, and the day by which the first should have one."""

    number: int
    first_due: date


# What waits for a child: apps above add themselves when Heard starts.
WAITS: list[Callable[[Staff, list[UUID]], dict[UUID, Waiting]]] = []


def child_of(staff: Staff, child_id: UUID, what: str, at: datetime) -> tuple[Child, Reason]:
    """Return a child whom this person may read, and why; the look is written down first.

    Raises Child.DoesNotExist or NotYours; a page answers both alike.
    """
    child = Child.objects.get(pk=child_id)
    reason = check_can_read(staff, child, at)
    record_read(child=str(child.pk), what=what, why=reason.words, by=staff.actor, at=at)
    return child, reason


def my_children(staff: Staff, at: datetime) -> list[Child]:
    """Return the children whom this person works with or whose worker they manage."""
    day = at.astimezone(LONDON).date()
    still = Q(end_date__isnull=True) | Q(end_date__gte=day)
    teams = Team.objects.filter(manager__staff=staff)
    mine = Q(worker__staff=staff) | Q(worker__team__in=teams)
    ids = Allocation.objects.filter(still, mine, start_date__lte=day).values("child_id")
    children = list(Child.objects.filter(pk__in=ids).order_by("family_name", "given_name"))
    if children:
        records_listed(
            what="my children",
            why="allocated worker or manager",
            data={"children": len(children)},
            by=staff.actor,
            at=at,
        )
    return children


def waiting_in(staff: Staff, children: list[Child]) -> dict[UUID, Waiting]:
    """Return for each of these children what waits, as the apps above know it."""
    ids, found = [child.pk for child in children], {}
    for what in WAITS:
        found.update(what(staff, ids))
    return found


def find(staff: Staff, authority_id: str, at: datetime) -> UUID | None:
    """Return the id of the child with exactly this id of the authority, and nothing about them.

    By whole id only: a search by name would let anybody browse. The search is written down.
    """
    found = Child.objects.filter(authority_id=authority_id.strip()).values_list("pk", flat=True)
    child = found.first()
    if child and staff.may(P.ASK_FOR_ACCESS):
        record_read(child=str(child), what="searched by id", why="search", by=staff.actor, at=at)
        return child
    return None


def work_of(child: Child) -> QuerySet[Work]:
    """Return the child's work over time, newest first."""
    return child.work.order_by("-start_date", "level")


def network_of(child: Child) -> QuerySet[Tie]:
    """Return the parents, carers, family and friends around the child now, by name."""
    return child.ties.filter(until=None).select_related("adult").order_by("adult__name", "pk")


def advocates_of(child: Child, day: date) -> QuerySet[AdvocateOf]:
    """Return who speaks for the child on a day."""
    speaks = child.advocates.filter(since__lte=day).exclude(until__lt=day)
    return speaks.select_related("staff").order_by("since", "pk")


def tie_of(child: Child, tie: UUID) -> Tie | None:
    """Return what an adult is to this child now, or None."""
    return child.ties.filter(pk=tie, until=None).select_related("adult").first()


def known_to_family(staff: Staff, child: Child, at: datetime) -> list[tuple[str, str]]:
    """Return the adults around brothers and sisters whose record this person may read."""
    if child.family_id is None:
        return []
    others = Child.objects.filter(family=child.family_id).exclude(pk=child.pk)
    read = [other.pk for other in others if reason_to_read(staff, other, at)]
    here = Tie.objects.filter(child=child, until=None).values("adult_id")
    ties = Tie.objects.filter(child__in=read, until=None).exclude(adult__in=here)
    found = ties.select_related("adult").order_by("adult__name", "pk")
    return list({str(t.adult_id): (str(t.adult_id), t.adult.name) for t in found}.values())


def advocates() -> list[tuple[str, str]]:
    """Return every advocate with an account that is open, by name."""
    rows = Staff.objects.filter(roles_held__role="advocate", is_active=True).order_by("name")
    return [(str(row.pk), row.name) for row in rows]


def mine_by_id(staff: Staff, authority_id: str, at: datetime) -> UUID | None:
    """Return the child with exactly this id of the authority, if it is this person's to read."""
    child = Child.objects.filter(authority_id=authority_id).first()
    return child.pk if child and reason_to_read(staff, child, at) else None


def spoken_for(staff: Staff, at: datetime) -> list[Child]:
    """Return the children for whom this person speaks now; the look at the list is written down."""
    day = at.astimezone(LONDON).date()
    mine = AdvocateOf.objects.filter(staff=staff, since__lte=day).exclude(until__lt=day)
    children = list(Child.objects.filter(pk__in=mine.values("child_id")).order_by("given_name"))
    if children:
        why, data = "the child's advocate", {"children": len(children)}
        records_listed(what="my children", why=why, data=data, by=staff.actor, at=at)
    return children


def allocations_of(child: Child) -> QuerySet[Allocation]:
    """Return who has worked with the child, newest first."""
    return child.allocations.select_related("worker__team__manager").order_by("-start_date")


def who_to_tell(child: Child, at: datetime) -> list[UUID]:
    """Return the accounts of the child's worker and of that worker's manager."""
    day = at.astimezone(LONDON).date()
    still = Q(end_date__isnull=True) | Q(end_date__gte=day)
    rows = child.allocations.filter(still, start_date__lte=day).select_related(
        "worker__team__manager"
    )
    people = [(row.worker, row.worker.team.manager if row.worker.team else None) for row in rows]
    return _accounts(p for pair in people for p in pair) or _all_managers()


def _all_managers() -> list[UUID]:
    """A child without a worker is every manager's concern."""
    managers = Team.objects.filter(manager__staff__isnull=False)
    return sorted(set(managers.values_list("manager__staff_id", flat=True)))


def _accounts(people: Iterable[Worker | None]) -> list[UUID]:
    return sorted({p.staff_id for p in people if p is not None and p.staff_id is not None})


def may_read(staff: Staff, child: UUID, at: datetime) -> bool:
    """Say whether the record would open, without opening it."""
    return reason_to_read(staff, Child.objects.get(pk=child), at) is not None


def exists(child: UUID) -> bool:
    """Say whether there is such a record."""
    return Child.objects.filter(pk=child).exists()


def staff_by_email(email: str) -> UUID | None:
    """Return the account with this email, if there is one and it is active."""
    return (
        Staff.objects.filter(email__iexact=email, is_active=True)
        .values_list("pk", flat=True)
        .first()
    )


def readers_of(child: Child) -> list[tuple[str, str, datetime]]:
    """Return who was named as a reader, why, and when."""
    named = child.named_readers.select_related("staff").order_by("named_at")
    return [(n.staff.name, n.reason, n.named_at) for n in named]


def looks_at(child: Child, before: int | None) -> Page:
    """Return who looked at a child's record, newest first; the caller checked who asks."""
    return who_looked(child=str(child.pk), before=before)
