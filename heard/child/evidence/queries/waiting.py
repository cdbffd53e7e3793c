"""What waits for the manager: points without an answer, and assessments to authorise."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from heard.child.evidence.models import Assessment, Confirmation, Point
from heard.child.evidence.permissions import (
    check_can_authorise,
    check_can_put_up,
    points_of,
    points_of_manager,
)
from heard.child.people.models import Child
from heard.child.people.permissions import NotYours
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read, records_listed
from heard.foundations.deployment.clock import LONDON


class Waiting(NamedTuple):
    """An assessment that waits to be authorised: who put it up, and the children on it."""

    assessment: Assessment
    children: list[Child]


def waiting(staff: Staff, at: datetime) -> QuerySet[Point]:
    """Return the points that wait for this manager's answer, oldest first.

    Each child of a family form stands apart. That they looked is written down.
    """
    day = at.astimezone(LONDON).date()
    key = {name: OuterRef(name) for name in ("kind", "authority_point_id", "child")}
    due = points_of_manager(staff, day).filter(day__lte=day)
    rows = due.exclude(Exists(Confirmation.objects.filter(**key))).select_related("child")
    found = rows.order_by("day", "kind", "authority_point_id", "pk")
    _listed(staff, at, "whether children were heard", found.count())
    return found


def assessments_waiting(staff: Staff, at: datetime) -> list[Waiting]:
    """Return the assessments that wait for this manager, oldest first; the look is noted."""
    day = at.astimezone(LONDON).date()
    open_points = points_of_manager(staff, day).filter(kind="assessment", day=None)
    hexes = open_points.values_list("authority_point_id", flat=True)
    ids = {UUID(name) for name in hexes if _is_ours(name)}
    rows = Assessment.objects.filter(pk__in=ids, authorised_at=None, sent_back_at=None)
    found = list(rows.select_related("put_up_by").order_by("put_up_at"))
    children = _children_on(found)
    _listed(staff, at, "assessments to authorise", len(found))
    return [Waiting(row, children.get(row.pk.hex, [])) for row in found]


def _is_ours(name: str) -> bool:
    """Say whether a point's id can be that of an assessment put up in Heard."""
    try:
        return UUID(name).hex == name
    except ValueError:  # the authority's own id of an assessment that an import brought
        return False


def _children_on(rows: list[Assessment]) -> dict[str, list[Child]]:
    points = Point.objects.filter(
        kind="assessment", authority_point_id__in=[row.pk.hex for row in rows]
    )
    found: dict[str, list[Child]] = {}
    for point in points.select_related("child").order_by("pk"):
        found.setdefault(point.authority_point_id, []).append(point.child)
    return found


def _listed(staff: Staff, at: datetime, what: str, number: int) -> None:
    if number:
        why, data = "manager of the allocated worker", {"rows": number}
        records_listed(what=what, why=why, data=data, by=staff.actor, at=at)


def one_assessment(staff: Staff, assessment: UUID, at: datetime) -> Waiting:
    """Return an assessment that this manager may authorise; the look is written down."""
    row = Assessment.objects.select_related("put_up_by", "authorised_by").get(pk=assessment)
    check_can_authorise(staff, row, at)
    children = [point.child for point in points_of(row)]
    for child in children:
        why = "an assessment to authorise"
        record_read(child=str(child.pk), what="an assessment", why=why, by=staff.actor, at=at)
    return Waiting(row, children)


def to_put_up(staff: Staff, child: UUID, at: datetime) -> tuple[Child, list[Child]]:
    """Return a child and the others of the family whose assessment this person may put up."""
    row = Child.objects.select_related("family").get(pk=child)
    reason = check_can_put_up(staff, row, at)
    what = "an assessment to put up"
    record_read(child=str(child), what=what, why=reason.words, by=staff.actor, at=at)
    family = row.family.children.exclude(pk=child) if row.family else Child.objects.none()
    others = family.order_by("birth_date", "pk")
    return row, [other for other in others if _may_put_up(staff, other, at)]


def _may_put_up(staff: Staff, child: Child, at: datetime) -> bool:
    try:
        check_can_put_up(staff, child, at)
    except NotYours:
        return False
    return True


def sent_back(child: Child) -> list[Assessment]:
    """Return the assessments of a child that were sent back, newest first.

    The caller was allowed to open the child's record.
    """
    names = child.points.filter(kind="assessment", day=None, source="heard")
    hexes = names.values_list("authority_point_id", flat=True)
    ids = [UUID(name) for name in hexes if _is_ours(name)]
    rows = Assessment.objects.filter(pk__in=ids, sent_back_at__isnull=False)
    return list(rows.order_by("-sent_back_at"))
