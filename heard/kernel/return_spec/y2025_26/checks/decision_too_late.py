"""A decision counts from the day on which it was agreed."""

from collections import defaultdict
from datetime import date

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = (
    "The decision that asking is not appropriate covers a day that was missed, but was "
    "agreed after it, so that day counts as missed."
)


def find(context: Context) -> list[str]:
    """Return the decisions that would have covered a missed day, had they been agreed by then."""
    missed: dict[str, list[date]] = defaultdict(list)
    for fact in context.facts:
        if fact.item == "2c" and fact.counted == "no" and fact.day:
            missed[fact.child].append(fact.day)
    return [
        row.ref
        for row in context.exemptions
        if any(row.covers(day) and row.agreed > day for day in missed.get(row.child, ()))
    ]
