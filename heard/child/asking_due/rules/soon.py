"""By when a child should be asked next, so that nobody has to count months. Pure."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from heard.child.asking_due.rules.intervals import settle
from heard.child.asking_due.rules.work import Work, askings_in, counted_work
from heard.kernel.return_spec.rows import AskingRow, ExemptionRow


class NextDue(NamedTuple):
    """The day by which a child should be asked and it talked over; `overdue`: it has passed."""

    day: date
    overdue: bool


def next_due(
    periods: Sequence[tuple[date, date | None]],
    askings: Sequence[AskingRow],
    exemptions: Sequence[ExemptionRow],
    today: date,
    began_on: date | None,
) -> NextDue | None:
    """Return by when a child should be asked; None without open work, or where it is excused.

    The interval that runs today says the day (dataset rules, 2c). Where those before ended
    without feedback and nobody asked since, the first of their days stands: it is overdue.
    """
    work = _open_work(periods, today, began_on)
    if work is None or any(decision.excuses(today) for decision in exemptions):
        return None
    found = askings_in(work, askings, today)
    *before, last = settle(work, found, exemptions, today)
    missed = list(takewhile(lambda interval: interval.outcome == "no", reversed(before)))
    if missed:
        return NextDue(missed[-1].due, overdue=True)
    return NextDue(last.due, overdue=last.due < today)


def _open_work(
    periods: Sequence[tuple[date, date | None]], today: date, began_on: date | None
) -> Work | None:
    stretches = counted_work(periods, today, began_on)
    return next((work for work in stretches if work.holds(today)), None)
