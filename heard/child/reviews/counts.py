"""The first door of this app: how many reviews had which code. Tallies, never rows."""

from datetime import date

from django.db import connection
from django.db.models import Max, Min

from heard.child.people.models import LEVELS
from heard.child.reviews.models import Review
from heard.kernel.return_spec.fact import CODES, COUNTED_2B, UNCODED
from heard.kernel.time import ReportingYear

BY_MEANING = "SELECT plan_type, least, most, COUNT(*) FROM ({}) AS review GROUP BY 1, 2, 3"


def tally(year: ReportingYear, as_of: date) -> dict[str, dict[str, int]]:
    """Return {"EH": {"PN1": 0, ... "PN8": 0, "uncoded": 0}, ...} for all five plan types.

    Rows for the same child, plan type and day are one review; cancelled rows are set aside. It
    counts in its code of voice-2023 where all its rows mean the same code (dataset rules, 2b).
    """
    tallies = {plan: dict.fromkeys(COUNTED_2B, 0) for plan in LEVELS}
    for plan, least, most, number in _reviews_by_meaning(year, as_of):
        line = least if least == most and least in CODES else UNCODED
        tallies[plan][line] += number
    return tallies


def _reviews_by_meaning(year: ReportingYear, as_of: date) -> list[tuple[str, str, str, int]]:
    """Return (plan type, least meaning, greatest meaning, how many reviews).

    The ORM groups rows into reviews; it cannot group those once more without sorting them all.
    """
    days = (year.start, min(year.end, as_of))
    rows = Review.objects.filter(held_on__range=days, cancelled=False)
    reviews = rows.values("plan_type", "held_on", "child_id").annotate(
        least=Min("meaning"), most=Max("meaning")
    )
    inner, values = reviews.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(BY_MEANING.format(inner), values)
        return cursor.fetchall()
