"""Whether a child was heard is answered by the manager of their worker, and by nobody else."""

from datetime import date, datetime

from django.db.models import OuterRef, QuerySet, Subquery

from heard.child.evidence.models import Assessment, Point
from heard.child.people.models import Allocation, Child
from heard.child.people.permissions import NotYours, Reason, is_manager, is_worker
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff
from heard.foundations.deployment.clock import LONDON

OPEN_TASK = Reason("manager", "an open task: whether the child was heard and responded to")


def points_of_manager(staff: Staff, day: date) -> QuerySet[Point]:
    """Return the points of the children whose worker, now or last, is in this person's team.

    The last worker counts where the work has ended: a closure is answered after it.
    """
    ours = Allocation.objects.filter(worker__team__manager__staff=staff)
    last = Allocation.objects.filter(child=OuterRef("child"), start_date__lte=day)
    manager = last.order_by("-start_date", "-pk").values("worker__team__manager__staff")[:1]
    points = Point.objects.filter(child__in=ours.values("child"))
    return points.annotate(manager=Subquery(manager)).filter(manager=staff.pk)


def check_can_answer(staff: Staff, point: Point, at: datetime) -> Reason:
    """Return the reason of the manager who answers about this point, or raise NotYours."""
    day = at.astimezone(LONDON).date()
    if not staff.may(P.CONFIRM_HEARD):
        raise NotYours
    if not points_of_manager(staff, day).filter(pk=point.pk).exists():
        raise NotYours
    return OPEN_TASK


def check_can_put_up(staff: Staff, child: Child, at: datetime) -> Reason:
    """Return why this person may put up an assessment of the child: worker or manager only."""
    day = at.astimezone(LONDON).date()
    reason = is_worker(staff, child, day) or is_manager(staff, child, day)
    if reason is None or not staff.may(P.WRITE_RECORDS):
        raise NotYours
    return reason


def points_of(assessment: Assessment) -> QuerySet[Point]:
    """Return the children on an assessment, each a point."""
    key = {"kind": "assessment", "authority_point_id": assessment.pk.hex}
    return Point.objects.filter(**key).select_related("child").order_by("pk")


def check_can_authorise(staff: Staff, assessment: Assessment, at: datetime) -> None:
    """Raise NotYours unless this person manages the worker of a child on the assessment."""
    day = at.astimezone(LONDON).date()
    mine = points_of_manager(staff, day).filter(pk__in=points_of(assessment).values("pk"))
    if not (staff.may(P.CONFIRM_HEARD) and mine.exists()):
        raise NotYours
