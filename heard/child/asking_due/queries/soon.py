"""Who is to be asked soon how the work is going, so that nobody learns of it on the last day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from heard.child.asking_due import rows
from heard.child.asking_due.models import Asking, Exemption
from heard.child.asking_due.rules import Interval, Work, askings_in, settle
from heard.child.asking_due.rules.work import counted_work
from heard.child.people.models import Work as WorkPeriod
from heard.foundations.deployment.queries import deployment
from heard.kernel.return_spec.rows import AskingRow, ExemptionRow

SOON = timedelta(days=42)
ONE_DAY = timedelta(days=1)


class Due(NamedTuple):
    """A child to be asked by a day. `overdue`: that day has passed and nobody asked since.

    `asked_on`: they were asked, and it waits to be talked over until `talk_by`.
    """

    child: UUID
    due_day: date
    overdue: bool
    asked_on: date | None = None
    talk_by: date | None = None


def due_soon(children: Iterable[UUID], today: date) -> list[Due]:
    """Return which of these children are to be asked within six weeks, soonest first.

    Overdue ones come first, those whose asking is agreed to be not appropriate not at all. The
    rules are those of 2c; today is not over, so what is due today is not yet missed. Four queries,
    however many children.
    """
    ids = list(children)
    work = _work(ids)
    askings, decisions = _askings(ids), _decisions(ids)
    authority = deployment()
    days = timedelta(days=authority.talk_within_days)
    found = []
    for child in ids:
        stretches = counted_work(work.get(child.hex, []), today, authority.asking_began_on)
        now = next((one for one in stretches if one.holds(today)), None)
        if now is not None:
            own = (askings.get(child.hex, []), decisions.get(child.hex, []))
            found += _due(child, now, own, today, days)
    return sorted(found, key=lambda due: (due.due_day, str(due.child)))


def _work(children: list[UUID]) -> dict[str, list[tuple[date, date | None]]]:
    found: dict[str, list[tuple[date, date | None]]] = {}
    periods = WorkPeriod.objects.filter(child__in=children).order_by("start_date", "pk")
    for child, first, last in periods.values_list("child_id", "start_date", "end_date"):
        found.setdefault(child.hex, []).append((first, last))
    return found


def _askings(children: list[UUID]) -> dict[str, list[AskingRow]]:
    found: dict[str, list[AskingRow]] = {}
    for row in rows.asking_rows(Asking.objects.filter(child__in=children)):
        found.setdefault(row.child, []).append(row)
    return found


def _decisions(children: list[UUID]) -> dict[str, list[ExemptionRow]]:
    found: dict[str, list[ExemptionRow]] = {}
    for row in rows.exemption_rows(Exemption.objects.filter(child__in=children)):
        found.setdefault(row.child, []).append(row)
    return found


def _due(
    child: UUID,
    work: Work,
    own: tuple[list[AskingRow], list[ExemptionRow]],
    today: date,
    talk_within: timedelta,
) -> list[Due]:
    """Return the child as due, or nothing when it is far off or agreed to be not appropriate."""
    asked = askings_in(work, own[0], today)
    intervals = list(settle(work, asked, own[1], today - ONE_DAY))
    last, before = intervals[-1], intervals[-2] if len(intervals) > 1 else None
    waits = max((day for day in asked.unfinished if day >= last.start), default=None)
    talk_by = waits + talk_within if waits else None
    missed = before is not None and before.outcome == "no" and waits is None
    due = before.due if missed and before else last.due
    if any(one.excuses(max(due, today)) for one in own[1]) or _far(last, missed, waits, today):
        return []
    return [Due(child, due, missed or due < today, waits, talk_by)]


def _far(last: Interval, missed: bool, waits: date | None, today: date) -> bool:
    return not missed and waits is None and last.due > today + SOON
