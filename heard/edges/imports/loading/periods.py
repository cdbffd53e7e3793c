"""Periods of work at one level: joined to what Heard has, which never shrinks.

Only an open period may end. An extract is a picture of its day: a period that it shows as open was
open then, and may have ended since.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import polars as pl

from heard.child.people.intake import WORK
from heard.foundations.deployment.frames import new_ids

_DAY = timedelta(days=1)
_OPEN = date.max - _DAY


class Periods(NamedTuple):
    """`new`: id and WORK. `changed`: id, start_date, end_date. The counts are periods."""

    new: pl.DataFrame
    changed: pl.DataFrame
    extended: int
    ended: int
    known: int


@dataclass
class _Period:
    """A period that Heard has (or will have: without an id); `end` None while it is open."""

    id: str
    start: date
    end: date | None

    @property
    def until(self) -> date:
        return self.end or _OPEN

    def overlaps(self, start: date, until: date) -> bool:
        """Whether they share more than the day on which one ends and the next begins.

        Periods that only touch stay apart: the counting joins them, and each keeps its own end.
        """
        return self.start == start or (self.start < until and start < self.until)

    def covers(self, start: date, until: date) -> bool:
        return self.start <= start and until <= self.until


def compare_periods(
    periods: pl.DataFrame, known: pl.DataFrame, level: str, reaches: date | None
) -> Periods:
    """Compare (child, starts, ends) with the work of Heard at a level.

    `reaches` is the last day of which the extract knows anything.
    """
    there = known.filter(pl.col("level") == level)
    own = there.filter(pl.col("child").is_in(periods["child"].implode()))
    both = periods.join(own.select("child").unique(), on="child", how="semi")
    merger = _Merger(own, reaches)
    for child, starts, ends in both.select("child", "starts", "ends").iter_rows():
        merger.add(child, starts, ends)
    fresh = periods.join(own, on="child", how="anti").select("child", "starts", "ends")
    new = pl.concat([fresh, merger.new()])
    return Periods(
        new=_as_work(new, level),
        changed=merger.changed(),
        extended=merger.extended,
        ended=merger.ended,
        known=merger.known,
    )


def _as_work(rows: pl.DataFrame, level: str) -> pl.DataFrame:
    named = rows.rename({"starts": "start_date", "ends": "end_date"})
    return named.with_columns(new_ids(rows.height), level=pl.lit(level)).select("id", *WORK)


class _Merger:
    """Takes periods one after another, and remembers what they changed."""

    def __init__(self, own: pl.DataFrame, reaches: date | None) -> None:
        self.reaches = reaches or date.min
        self.of: dict[str, list[_Period]] = defaultdict(list)
        for child, *period in own.select("child", "id", "start_date", "end_date").iter_rows():
            self.of[child].append(_Period(*period))
        self.touched: dict[str, _Period] = {}
        self.extended = self.ended = self.known = 0

    def add(self, child: str, start: date, end: date | None) -> None:
        there = sorted(self.of[child], key=lambda p: (p.start, p.until))
        near = [period for period in there if period.overlaps(start, end or _OPEN)]
        end = end or self._ended_since(near)
        until = end or _OPEN
        still_open = next((p for p in near if p.end is None), None)
        if end and still_open and _may_end(still_open, start, end, there):
            self._end(still_open, start, end)
        elif any(p.covers(start, until) for p in there):
            self.known += 1
        elif not near:
            self.of[child].append(_Period("", start, end))
        else:
            self._extend(near[0], start, end)

    def _ended_since(self, near: list[_Period]) -> date | None:
        """The extract shows it as open; the day on which it ended, where Heard knows one later than
        all that the extract knows.
        """
        last = max((p.until for p in near), default=date.min)
        return last if self.reaches <= last < _OPEN else None

    def _end(self, period: _Period, start: date, end: date) -> None:
        period.start, period.end = min(period.start, start), end
        self.ended += self._remember(period)

    def _extend(self, period: _Period, start: date, end: date | None) -> None:
        period.start = min(period.start, start)
        period.end = max(period.end, end) if period.end and end else None
        self.extended += self._remember(period)

    def _remember(self, period: _Period) -> int:
        if period.id:
            self.touched[period.id] = period
        return 1

    def new(self) -> pl.DataFrame:
        rows = [(c, p.start, p.end) for c, of in self.of.items() for p in of if not p.id]
        schema = {"child": pl.String, "starts": pl.Date, "ends": pl.Date}
        return pl.DataFrame(rows, schema=schema, orient="row")

    def changed(self) -> pl.DataFrame:
        rows = [(p.id, p.start, p.end) for p in self.touched.values()]
        schema = {"id": pl.String, "start_date": pl.Date, "end_date": pl.Date}
        return pl.DataFrame(rows, schema=schema, orient="row")


def _may_end(period: _Period, start: date, end: date, there: list[_Period]) -> bool:
    """Unless that would make it a second row of the same period."""
    begun = min(period.start, start)
    return not any((p.start, p.end) == (begun, end) for p in there)
