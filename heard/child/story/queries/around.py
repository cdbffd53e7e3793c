"""Who is around a child: who may have said something, who can be named, who can act."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from heard.child.people.models import Adult, AdvocateOf, Allocation, Child, Team, Tie, Work, Worker
from heard.child.people.permissions import reason_to_read
from heard.child.reviews.models import Review
from heard.foundations.accounts.models import Staff

Choices = list[tuple[str, str]]


def child_before(child: UUID) -> Child:
    """Return a child for somebody who drew a form about them a moment ago. Shows nothing new."""
    return Child.objects.get(pk=child)


def adults_of(child: Child, day: date) -> list[Tie]:
    """Return the adults of the child's network on a day, with what they are to the child."""
    now = child.ties.filter(Q(until=None) | Q(until__gte=day)).select_related("adult")
    return list(now.order_by("adult__name", "pk"))


def adult_of(child: Child, adult: UUID, day: date) -> Adult | None:
    """Return an adult who is around this child on a day, or None."""
    return next((tie.adult for tie in adults_of(child, day) if tie.adult_id == adult), None)


def worker_now(child: Child, day: date) -> Worker | None:
    """Return the child's worker on a day."""
    now = Allocation.objects.filter(child=child, start_date__lte=day).exclude(end_date__lt=day)
    row = now.select_related("worker__team__manager").order_by("-start_date").first()
    return row.worker if row else None


def open_work(child: Child) -> list[Work]:
    """Return the work with the child that has not ended."""
    return list(Work.objects.filter(child=child, end_date=None).order_by("start_date"))


def helping(child: Child, day: date) -> Choices:
    """Return the accounts that help the child, and what they are: those whom a child can name."""
    found: dict[str, str] = {}
    worker = worker_now(child, day)
    if worker is not None:
        _add(found, worker, "worker")
        _add(found, worker.team.manager if worker.team else None, "manager of the worker")
    chairs = Worker.objects.filter(pk__in=Review.objects.filter(child=child).values("chair"))
    for chair in chairs.order_by("name"):
        _add(found, chair, "chair of reviews")
    for speaks in AdvocateOf.objects.filter(child=child).exclude(until__lt=day):
        found.setdefault(str(speaks.staff_id), f"{speaks.staff.name}, advocate")
    return list(found.items())


def _add(found: dict[str, str], person: Worker | None, what: str) -> None:
    if person is not None and person.staff_id is not None:
        found.setdefault(str(person.staff_id), f"{person.name}, {what}")


def can_act(child: Child, day: date, but: Worker | None) -> Choices:
    """Return the workers to whom something can be passed: the team, chairs, and every manager.

    Only people who sign in can answer in Heard.
    """
    worker = worker_now(child, day)
    chairs = Review.objects.filter(child=child).values("chair")
    near = Q(pk__in=chairs) | Q(pk__in=Team.objects.values("manager"))
    if worker is not None and worker.team is not None:
        near |= Q(team=worker.team)
    rows = Worker.objects.filter(near, staff__is_active=True).select_related("team")
    rows = rows.exclude(pk=but.pk) if but else rows
    return [(str(w.pk), _with_team(w)) for w in rows.order_by("name", "pk")]


def every_worker(but: Worker | None) -> Choices:
    """Return everybody who can take a child's work over."""
    rows = Worker.objects.filter(staff__is_active=True).select_related("team")
    rows = rows.exclude(pk=but.pk) if but else rows
    return [(str(w.pk), _with_team(w)) for w in rows.order_by("name", "pk")]


def _with_team(worker: Worker) -> str:
    return f"{worker.name}, {worker.team.name} team" if worker.team else worker.name


def brothers_and_sisters(staff: Staff, child: Child, at: datetime) -> list[Child]:
    """Return the other children of the family whose record this person may read."""
    if child.family_id is None:
        return []
    others = Child.objects.filter(family=child.family_id).exclude(pk=child.pk)
    return [c for c in others.order_by("given_name", "pk") if reason_to_read(staff, c, at)]
