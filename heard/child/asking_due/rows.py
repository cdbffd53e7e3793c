"""The rows that 2c is counted from, child by child, read in one pass over each table."""

import heapq
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from heard.child.asking_due.models import Asking, Exemption
from heard.child.people.hex_ids import Hex
from heard.child.people.models import Work
from heard.kernel.return_spec.rows import AskingRow, ExemptionRow

CHUNK = 5000
Period = tuple[date, date | None]


class ChildRows(NamedTuple):
    """All that 2c looks at for one child; `child` is the child's id as 32 hex digits."""

    child: str
    work: list[Period]
    askings: list[AskingRow]
    exemptions: list[ExemptionRow]


def by_child() -> Iterator[ChildRows]:
    """Yield the rows of each child who has any, in order of the child's id."""
    work = Work.objects.order_by("child_id", "start_date", "pk")
    periods = work.values_list(Hex("child_id"), "start_date", "end_date").iterator(CHUNK)
    streams = (
        _grouped(0, ((child, (first, last)) for child, first, last in periods)),
        _grouped(1, ((row.child, row) for row in asking_rows(Asking.objects.all()))),
        _grouped(2, ((row.child, row) for row in exemption_rows(Exemption.objects.all()))),
    )
    merged = heapq.merge(*streams, key=itemgetter(0, 1))
    for child, parts in groupby(merged, key=itemgetter(0)):
        found = {which: rows for _, which, rows in parts}
        yield ChildRows(child, found.get(0, []), found.get(1, []), found.get(2, []))


def _grouped(which: int, rows: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, int, list[Any]]]:
    for child, same in groupby(rows, key=itemgetter(0)):
        yield child, which, [row for _, row in same]


def asking_rows(askings: QuerySet[Asking]) -> Iterator[AskingRow]:
    """Yield askings with the days on which they were talked over, a child's together."""
    columns = askings.order_by("child_id", "pk", "talks__talked_on").values_list(
        Hex("pk"),
        Hex("child_id"),
        "asked_on",
        "asked_by",
        "asked_of",
        "declined",
        "talks__talked_on",
    )
    for _, same in groupby(columns.iterator(CHUNK), key=itemgetter(0)):
        rows = list(same)  # one for each talk; without a talk one all the same
        ref, child, day, asked_by, asked_of, declined, _ = rows[0]
        talks = tuple(row[6] for row in rows if row[6])
        yield AskingRow(ref, child, day, asked_by, asked_of, declined, talks)


def exemption_rows(decisions: QuerySet[Exemption]) -> Iterator[ExemptionRow]:
    """Yield decisions that asking is not appropriate, a child's together."""
    columns = decisions.annotate(has_reason=~Q(reason="")).values_list(
        Hex("pk"), Hex("child_id"), "from_date", "to_date", "agreed_on", "has_reason"
    )
    ordered = columns.order_by("child_id", "from_date", "pk")
    return map(ExemptionRow._make, ordered.iterator(CHUNK))
