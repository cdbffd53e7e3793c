"""The first door of this app: how many points had which answer. Tallies, never rows."""

from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from heard.child.evidence.models import KINDS, Confirmation, Point
from heard.kernel.return_spec.fact import COUNTED_2A
from heard.kernel.time import ReportingYear

UNANSWERED = "unanswered"


def tally(year: ReportingYear, as_of: date) -> dict[str, dict[str, int]]:
    """Return {"assessment": {"yes", "no", "not_appropriate", "unanswered"}, "closure": {...}}.

    Points whose day is in the year and not after AS OF, by the last answer given up to AS OF; of
    two on one day the later recorded (dataset rules, 2a).
    """
    points = Point.objects.filter(day__range=(year.start, min(year.end, as_of)))
    counted = Coalesce(Subquery(_last_answer(as_of)), Value(UNANSWERED))
    rows = points.annotate(counted=counted).values("kind", "counted").annotate(number=Count("pk"))
    tallies = {kind: dict.fromkeys(COUNTED_2A, 0) for kind in KINDS}
    for kind, answer, number in rows.values_list("kind", "counted", "number"):
        tallies[kind][answer] = number
    return tallies


def _last_answer(as_of: date) -> QuerySet[Confirmation, Any]:
    """Return a query for the answer that counts about the point outside it."""
    about = {name: OuterRef(name) for name in ("kind", "authority_point_id", "child")}
    given = Confirmation.objects.filter(answered_on__lte=as_of, **about)
    return given.order_by("-answered_on", "-sequence").values("answer")[:1]
