"""The first door of this app: how many reviews had which code. Tallies, never rows."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, Max, Min, Window

from heard.child.people.models import LEVELS
from heard.child.reviews.models import Review
from heard.kernel.return_spec.fact import CODES, COUNTED_2B, UNCODED
from heard.kernel.time import ReportingYear


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


def _reviews_by_meaning(
    year: ReportingYear, as_of: date
) -> Iterable[tuple[str, str, str, int]]:
    """Return (plan type, least meaning, greatest meaning, how many reviews)."""
    held = Review.objects.filter(
        held_on__range=(year.start, min(year.end, as_of)), cancelled=False
    )
    reviews = held.values("plan_type", "held_on", "child_id").annotate(
        least=Min("meaning"), most=Max("meaning")
    )
    of_one_line = [F("plan_type"), F("least"), F("most")]
    numbered = reviews.annotate(number=Window(Count("*"), partition_by=of_one_line))
    return numbered.values_list("plan_type", "least", "most", "number").distinct()
