"""The work of a child, and the days in it on which feedback was sought."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from heard.kernel.return_spec.rows import AskingRow
from heard.kernel.time import add_months

MONTHS = 3
ASKERS = frozenset({"worker", "provider"})
ASKED = frozenset({"child", "young_person"})
ONE_DAY = timedelta(days=1)


class Work(NamedTuple):
    """A stretch of work, its periods merged; `last` None: still open. Both ends are in it."""

    first: date
    last: date | None

    def holds(self, day: date) -> bool:
        """Say whether the day lies in the work."""
        return self.first <= day and (self.last is None or day <= self.last)


class Askings(NamedTuple):
    """Days of askings in one stretch of work, in order: no day is in both."""

    finished: list[date]
    unfinished: list[date]


def merge(periods: Iterable[tuple[date, date | None]]) -> list[Work]:
    """Return the stretches of work: overlapping and touching periods are one.

    Touching: the next starts on the day the last ended, or the day after.
    """
    merged: list[Work] = []
    for first, last in sorted(periods, key=lambda period: period[0]):
        if merged and _continues(merged[-1], first):
            merged[-1] = Work(merged[-1].first, _later(merged[-1].last, last))
        else:
            merged.append(Work(first, last))
    return merged


def _continues(work: Work, first: date) -> bool:
    return work.last is None or first <= work.last + ONE_DAY


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def counted_work(
    periods: Iterable[tuple[date, date | None]], as_of: date, began_on: date | None
) -> list[Work]:
    """Return the stretches that count: none that begins after AS OF or ended before asking began.

    Work that started before the authority began to ask counts as starting on that day.
    """
    stretches = merge(period for period in periods if period[0] <= as_of)
    if began_on is not None:
        stretches = [
            Work(max(work.first, began_on), work.last)
            for work in stretches
            if work.last is None or work.last >= began_on
        ]
    return [work for work in stretches if work.first <= as_of]


def by_whom_it_counts(asking: AskingRow) -> bool:
    """Say whether a worker or provider asked the child or young person, not somebody else."""
    return asking.asked_by in ASKERS and asking.asked_of in ASKED


def finished(asking: AskingRow, as_of: date) -> bool:
    """Say whether it was declined, or talked over by AS OF and within 3 calendar months."""
    latest = min(as_of, add_months(asking.day, MONTHS))
    return asking.declined or any(talk <= latest for talk in asking.talks)


def askings_in(work: Work, askings: Iterable[AskingRow], as_of: date) -> Askings:
    """Return the days in the work on which an asking that counts was made, up to AS OF.

    Of several on one day one finished asking finishes the day.
    """
    done: set[date] = set()
    begun: set[date] = set()
    for asking in askings:
        if asking.day <= as_of and work.holds(asking.day) and by_whom_it_counts(asking):
            (done if finished(asking, as_of) else begun).add(asking.day)
    return Askings(sorted(done), sorted(begun - done))
