"""What 2c counts for each child, as facts, and the askings that it leaves out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from heard.child.asking_due.rules.intervals import Interval, settle
from heard.child.asking_due.rules.quarters import quarter
from heard.child.asking_due.rules.work import (
    Askings,
    Work,
    askings_in,
    by_whom_it_counts,
    counted_work,
    finished,
    merge,
)
from heard.kernel.return_spec.fact import CHILDREN, EXCLUDED, INTERVALS, Fact
from heard.kernel.return_spec.rows import AskingRow, ExemptionRow, WorkRow
from heard.kernel.time import ReportingYear

Row = TypeVar("Row", WorkRow, AskingRow, ExemptionRow)
Stretches = list[tuple[Work, Askings]]


class Count(NamedTuple):
    """Which return is counted. `began_on`: the day on which the authority began to ask."""

    year: ReportingYear
    as_of: date
    began_on: date | None = None


def facts(
    work: Iterable[WorkRow],
    askings: Iterable[AskingRow],
    exemptions: Iterable[ExemptionRow],
    count: Count,
) -> Iterator[Fact]:
    """Yield the facts of 2c for every child with work or an asking, child by child."""
    work_of, askings_of = _by_child(work), _by_child(askings)
    exemptions_of = _by_child(exemptions)
    for child in sorted(work_of.keys() | askings_of.keys()):
        yield from facts_of_child(
            child,
            [(row.first, row.last) for row in work_of.get(child, ())],
            askings_of.get(child, []),
            exemptions_of.get(child, []),
            count,
        )


def _by_child(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.child].append(row)
    return found


def facts_of_child(
    child: str,
    periods: Sequence[tuple[date, date | None]],
    askings: Sequence[AskingRow],
    exemptions: Sequence[ExemptionRow],
    count: Count,
) -> Iterator[Fact]:
    """Yield the facts of 2c for one child (dataset rules, 2c)."""
    stretches = [
        (work, askings_in(work, askings, count.as_of))
        for work in counted_work(periods, count.as_of, count.began_on)
    ]
    intervals = [
        interval
        for work, asked in stretches
        for interval in settle(work, asked, exemptions, count.as_of)
    ]
    yield from _interval_facts(child, intervals, count)
    yield from _child_fact(child, intervals, count)
    yield from _quarter_facts(child, stretches, exemptions, count)
    yield from _askings_left_out(child, periods, stretches, askings, count)


def _interval_facts(child: str, intervals: list[Interval], count: Count) -> Iterator[Fact]:
    for one in intervals:
        if one.settled_on is None:
            # Work that ended long ago has an open interval too; only this year's is worth a look.
            if one.start <= count.year.end and one.due >= count.year.start:
                yield _interval_fact(child, one, EXCLUDED)
        elif count.year.holds(one.settled_on, count.as_of):
            yield _interval_fact(child, one, one.outcome)


def _interval_fact(child: str, one: Interval, counted: str) -> Fact:
    began, due = one.start.isoformat(), one.due.isoformat()
    return Fact("2c", INTERVALS, began, child, one.settled_on, due, counted, one.rule)


def _child_fact(child: str, intervals: list[Interval], count: Count) -> Iterator[Fact]:
    """Yield the child's one line: no if any asking was missed, else yes if any was met."""
    outcomes = {
        one.outcome
        for one in intervals
        if one.settled_on and count.year.holds(one.settled_on, count.as_of)
    }
    for counted in ("no", "yes", "not_appropriate"):
        if counted in outcomes:
            yield Fact("2c", CHILDREN, child, child, None, "", counted, "2c-children")
            return


def _quarter_facts(
    child: str, stretches: Stretches, exemptions: Sequence[ExemptionRow], count: Count
) -> Iterator[Fact]:
    for day in count.year.quarter_ends:
        for work, asked in stretches if day <= count.as_of else ():
            seen = quarter(day, work, asked, exemptions)
            if seen:
                began = work.first.isoformat()
                yield Fact("2c", day.isoformat(), began, child, day, "", seen.counted, seen.rule)


def _askings_left_out(
    child: str,
    periods: Sequence[tuple[date, date | None]],
    stretches: Stretches,
    askings: Sequence[AskingRow],
    count: Count,
) -> Iterator[Fact]:
    """Yield each asking of the year that finished no interval, with why."""
    whole = merge(periods)
    for asking in askings:
        if count.year.holds(asking.day, count.as_of):
            rule = _why_left_out(asking, whole, stretches, count.as_of)
            if rule:
                yield Fact("2c", INTERVALS, asking.ref, child, asking.day, "", EXCLUDED, rule)


def _why_left_out(
    asking: AskingRow, whole: list[Work], stretches: Stretches, as_of: date
) -> str | None:
    """Return the rule that leaves an asking out, or None for one that counts."""
    if not any(work.holds(asking.day) for work in whole):
        return "2c-asking-outside-work"
    if not any(work.holds(asking.day) for work, _ in stretches):
        return "2c-asking-before-began"
    if not by_whom_it_counts(asking):
        return "2c-asking-who"
    if finished(asking, as_of):
        return None
    talked = any(talk <= as_of for talk in asking.talks)
    return "2c-asking-late-talk" if talked else "2c-asking-no-talk"
