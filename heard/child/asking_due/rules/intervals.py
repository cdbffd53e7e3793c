"""The intervals of one stretch of work, each due 3 calendar months after it starts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from heard.child.asking_due.rules.work import MONTHS, Askings, Work
from heard.kernel.return_spec.rows import ExemptionRow
from heard.kernel.time import add_months

DAYS_TO_WAIT = 30


class Interval(NamedTuple):
    """One interval. Not settled: `settled_on` None and `outcome` "" (`rule` says why)."""

    start: date
    due: date
    settled_on: date | None
    outcome: str
    rule: str


def settle(
    work: Work, askings: Askings, exemptions: Sequence[ExemptionRow], as_of: date
) -> Iterator[Interval]:
    """Yield the intervals of a stretch of work in order; the last one may not be settled.

    The first starts on the first day of the work, each later one on the day the last was settled
    (dataset rules, 2c, "Intervals of one work").
    """
    interval = _interval(work.first, True, work, askings, exemptions, as_of)
    yield interval
    while interval.settled_on:
        interval = _interval(interval.settled_on, False, work, askings, exemptions, as_of)
        yield interval


def _interval(
    start: date,
    first: bool,
    work: Work,
    askings: Askings,
    exemptions: Sequence[ExemptionRow],
    as_of: date,
) -> Interval:
    """Decide one interval by the four rules, in their order."""
    due = add_months(start, MONTHS)
    met = _within(askings.finished, start, due, first)
    if met:
        return Interval(start, due, met[0], "yes", "2c-met")
    if due > as_of or (work.last is not None and due > work.last):
        return Interval(start, due, None, "", "2c-not-yet-due")
    begun = _within(askings.unfinished, start, due, first)
    if begun and (as_of - begun[-1]).days < DAYS_TO_WAIT:
        return Interval(start, due, None, "", "2c-waits-for-talk")
    if any(decision.excuses(due) for decision in exemptions):
        return Interval(start, due, due, "not_appropriate", "2c-not-appropriate")
    return Interval(start, due, due, "no", "2c-not-talked-over" if begun else "2c-not-asked")


def _within(days: list[date], start: date, due: date, first: bool) -> list[date]:
    """Return the days after the start (of the first interval: from it) up to the due day."""
    begin = bisect_left(days, start) if first else bisect_right(days, start)
    return days[begin : bisect_right(days, due)]
