"""What a check of the return may look at. Whoever builds a return fills it once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from heard.kernel.return_spec.fact import Fact
from heard.kernel.return_spec.rows import (
    AskingRow,
    ChildRow,
    ConfirmationRow,
    ExemptionRow,
    PointRow,
    ReviewRow,
    WorkRow,
)
from heard.kernel.time import ReportingYear

PLACEHOLDER = date(1900, 1, 1)


@dataclass(frozen=True)
class Context:
    """The facts of one return and the rows behind them. `today` is the London day of the run."""

    year: ReportingYear
    as_of: date
    today: date
    authority_code: str | None = None
    authority_name: str | None = None
    plan_published: bool = False
    facts: Sequence[Fact] = ()
    children: Sequence[ChildRow] = ()
    work: Sequence[WorkRow] = ()
    points: Sequence[PointRow] = ()
    confirmations: Sequence[ConfirmationRow] = ()
    reviews: Sequence[ReviewRow] = ()
    askings: Sequence[AskingRow] = ()
    exemptions: Sequence[ExemptionRow] = ()

    def in_year(self, day: date | None) -> bool:
        """Say whether the day counts in this return."""
        return day is not None and self.year.holds(day, self.as_of)

    @cached_property
    def born(self) -> Mapping[str, date]:
        """The known day of birth of each child."""
        return {row.child: row.born for row in self.children if row.born}

    @cached_property
    def work_of(self) -> Mapping[str, list[WorkRow]]:
        """The open periods of each child."""
        periods: dict[str, list[WorkRow]] = defaultdict(list)
        for row in self.work:
            periods[row.child].append(row)
        return periods

    @cached_property
    def held_reviews(self) -> list[ReviewRow]:
        """The rows of reviews that were held in the year and not cancelled."""
        return [row for row in self.reviews if not row.cancelled and self.in_year(row.held)]

    def in_work(self, child: str, day: date) -> bool:
        """Say whether the day lies in an open period of the child, both ends included."""
        return any(
            row.first <= day and (row.last is None or day <= row.last)
            for row in self.work_of.get(child, ())
        )

    def refs_of(self, *rules: str, counted: Iterable[str] | None = None) -> Iterator[str]:
        """Yield the refs of the facts that one of the rules placed."""
        wanted = set(counted) if counted is not None else None
        for fact in self.facts:
            if fact.rule in rules and (wanted is None or fact.counted in wanted):
                yield fact.ref
