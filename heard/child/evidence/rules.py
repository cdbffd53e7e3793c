"""2a: was the child's voice heard and responded to, at each assessment and closure."""

from collections.abc import Iterable, Iterator
from datetime import date

from heard.kernel.return_spec.fact import Fact
from heard.kernel.return_spec.rows import ConfirmationRow, PointRow
from heard.kernel.time import ReportingYear

PointKey = tuple[str, str, str]


def last_confirmations(
    confirmations: Iterable[ConfirmationRow], as_of: date
) -> dict[PointKey, ConfirmationRow]:
    """Return the answer that counts for each point (kind, id, child).

    Confirmations come in the order in which they were recorded: of two on one day the later
    counts. Answers after AS OF are not used.
    """
    last: dict[PointKey, ConfirmationRow] = {}
    for row in confirmations:
        if row.answered_on > as_of:
            continue
        key = (row.kind, row.point, row.child)
        if key not in last or row.answered_on >= last[key].answered_on:
            last[key] = row
    return last


def facts(
    points: Iterable[PointRow],
    confirmations: Iterable[ConfirmationRow],
    year: ReportingYear,
    as_of: date,
) -> Iterator[Fact]:
    """Yield one fact for each point whose day is in the year (dataset rules, 2a)."""
    last = last_confirmations(confirmations, as_of)
    for point in dict.fromkeys(points):
        if point.day is None or not year.holds(point.day, as_of):
            continue
        answer = last.get((point.kind, point.ref, point.child))
        counted = answer.answer if answer else "unanswered"
        rule = "2a-last-confirmation" if answer else "2a-unanswered"
        yield Fact("2a", point.kind, point.ref, point.child, point.day, "", counted, rule)
