"""The third door of this app: the points behind the figures of 2a, and why each counts.

Opaque ids, days and answers only: no reason, nobody's name.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from heard.child.evidence import rules
from heard.child.evidence.models import Confirmation, Point
from heard.child.people.hex_ids import Hex
from heard.kernel.return_spec.context import PLACEHOLDER
from heard.kernel.return_spec.fact import Fact
from heard.kernel.return_spec.rows import ConfirmationRow, PointRow
from heard.kernel.time import ReportingYear

CHUNK = 5000


def facts(year: ReportingYear, as_of: date) -> Iterator[Fact]:
    """Yield one fact for each point of the year, by kind and day (dataset rules, 2a).

    `ref` is the point's id, `child` the child's, both as 32 hex digits.
    """
    points = Point.objects.filter(day__range=(year.start, min(year.end, as_of)))
    answers = _answers(Confirmation.objects.filter(answered_on__lte=as_of))
    yield from rules.facts(_points(points), answers, year, as_of)


def point_rows() -> Iterator[PointRow]:
    """Yield every point, completed or not, by kind and day."""
    return _points(Point.objects.all())


def confirmation_rows(year: ReportingYear) -> Iterator[ConfirmationRow]:
    """Yield what the written checks of a year look at: answers from its first day on.

    `point` is the point's id as 32 hex digits, and empty where no such point is known. With them
    come answers of the day that stands for an unknown one.
    """
    since = Q(answered_on__gte=year.start) | Q(answered_on=PLACEHOLDER)
    return _answers(Confirmation.objects.filter(since))


def _points(points: QuerySet[Point]) -> Iterator[PointRow]:
    columns = points.order_by("kind", "day", "pk").values_list(
        "kind", Hex("pk"), Hex("child_id"), "day"
    )
    return map(PointRow._make, columns.iterator(CHUNK))


def _answers(given: QuerySet[Confirmation]) -> Iterator[ConfirmationRow]:
    """Yield answers in the order of recording."""
    about = {name: OuterRef(name) for name in ("kind", "authority_point_id", "child")}
    point = Coalesce(Subquery(Point.objects.filter(**about).values(known=Hex("pk"))), Value(""))
    columns = given.annotate(point=point, has_reason=~Q(reason="")).values_list(
        "kind",
        "point",
        Hex("child_id"),
        "answer",
        "answered_on",
        "has_reason",
        Hex("pk"),
    )
    return map(ConfirmationRow._make, columns.order_by("sequence").iterator(CHUNK))
