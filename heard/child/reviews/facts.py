"""The third door of this app: the review rows behind the figures of 2b, and why each counts.

Opaque ids, days and codes only: no reason, no chair, no words of the authority's own.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter

from django.db.models import Q, QuerySet

from heard.child.people.hex_ids import Hex
from heard.child.reviews import rules
from heard.child.reviews.models import Review
from heard.kernel.codes import LOCAL
from heard.kernel.return_spec.context import PLACEHOLDER
from heard.kernel.return_spec.fact import Fact
from heard.kernel.return_spec.rows import ReviewRow
from heard.kernel.time import ReportingYear

CHUNK = 5000


def facts(year: ReportingYear, as_of: date) -> Iterator[Fact]:
    """Yield a fact for each review row of the year, child by child (dataset rules, 2b).

    `ref` is the row's id, `child` the child's, both as 32 hex digits. One row of each review
    counts; the others say by which rule they do not.
    """
    held = Review.objects.filter(held_on__range=(year.start, min(year.end, as_of)))
    for _, rows in groupby(_rows(held), key=attrgetter("child")):
        for fact in rules.facts(rows, year, as_of):
            # What no scheme knows is the authority's own text, and may be anything.
            yield fact._replace(code=LOCAL) if fact.code.startswith(f"{LOCAL}:") else fact


def review_rows(year: ReportingYear) -> Iterator[ReviewRow]:
    """Yield what the written checks of a year look at: rows from its first day on.

    With them come those on the day that stands for an unknown one, whenever that was.
    """
    return _rows(Review.objects.filter(Q(held_on__gte=year.start) | Q(held_on=PLACEHOLDER)))


def _rows(reviews: QuerySet[Review]) -> Iterator[ReviewRow]:
    columns = reviews.annotate(has_reason=~Q(reason="")).values_list(
        Hex("pk"),
        Hex("child_id"),
        "plan_type",
        "held_on",
        "cancelled",
        "code",
        "scheme",
        "has_reason",
    )
    return map(ReviewRow._make, columns.order_by("child_id", "held_on", "pk").iterator(CHUNK))
