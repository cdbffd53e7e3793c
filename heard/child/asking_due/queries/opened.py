"""Opening one fact behind a figure of 2c, and whom to ask soon."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from heard.child.asking_due import rows
from heard.child.asking_due.models import Asking, Exemption
from heard.child.asking_due.rules import Work, finished, merge
from heard.child.asking_due.rules.work import MONTHS, by_whom_it_counts
from heard.child.people.models import Child
from heard.child.people.opened_facts import NoSuchFact, Whose, check_can_open_facts, open_fact
from heard.child.people.permissions import NotYours
from heard.foundations.accounts.models import Staff
from heard.foundations.deployment.clock import LONDON
from heard.kernel.return_spec.rows import AskingRow, ExemptionRow
from heard.kernel.time import add_months

WHAT = {
    "asking": "a day on which they were asked",
    "decision": "a decision not to ask",
    "interval": "three months in which to ask",
    "quarter": "whether they were asked by a quarter's end",
    "child": "whether they were asked all year",
}


# A page answers both alike: there is nothing here for you.
NOT_FOUND = (NotYours, NoSuchFact)


def askings_of(child: Child) -> QuerySet[Asking]:
    """Return the askings of a child whose record the caller was allowed to open, newest first."""
    return child.askings.prefetch_related("talks").order_by("-asked_on", "-pk")


def decisions_of(child: Child) -> QuerySet[Exemption]:
    """Return the decisions not to ask this child, newest first."""
    return child.exemptions.order_by("-from_date")


class Opened(NamedTuple):
    """What a ref names. `since` is the day that an interval or decision began, or of the asking.

    `until` is the day that an interval was due, the quarter's end, or the decision's last day.
    """

    kind: str
    child: Child
    since: date | None = None
    until: date | None = None
    only: str = ""

    def shows(self, row: AskingRow) -> bool:
        """Say whether the asking is one that this fact looks at."""
        if self.kind == "quarter" and self.until:
            return row.day <= self.until <= add_months(row.day, MONTHS)
        if self.kind == "interval" and self.since and self.until:
            return self.since <= row.day <= self.until
        return self.kind == "child" or row.ref == self.only

    def decided_by(self, row: ExemptionRow) -> bool:
        """Say whether the decision is one that this fact looks at."""
        if self.kind in ("interval", "quarter") and self.until:
            return row.covers(self.until)
        return self.kind == "child" or row.ref == self.only


class AskingSeen(NamedTuple):
    """An asking and the inputs of its rules.

    `counts`: a worker or provider asked the child or young person. `inside`: it lies in the work.
    `finished`: it was declined, or talked over by today within 3 calendar months.
    """

    ref: str
    day: date
    asked_by: str
    asked_of: str
    declined: bool
    talks: tuple[date, ...]
    counts: bool
    inside: bool
    finished: bool
    source: str


class AskingFact(NamedTuple):
    """One opened fact of 2c, and what it is counted from. `kind` is a key of WHAT."""

    whose: Whose
    kind: str
    since: date | None
    until: date | None
    work: tuple[Work, ...]
    askings: tuple[AskingSeen, ...]
    decisions: tuple[ExemptionRow, ...]


def fact_page(staff: Staff, ref: str, at: datetime) -> AskingFact:
    """Return one opened fact of 2c, as its rows are now; the look is written down.

    `ref` is what the facts door gave, or the id of an asking or a decision that a check found. No
    reasons, nobody's name, nothing of what was said. Raises NotYours, or NoSuchFact.
    """
    check_can_open_facts(staff)
    opened = _found(ref)
    child = opened.child
    whose = open_fact(staff, child, WHAT[opened.kind], opened.until or opened.since, at)
    work = merge(child.work.values_list("start_date", "end_date"))
    today = at.astimezone(LONDON).date()
    decisions = filter(opened.decided_by, rows.exemption_rows(child.exemptions.all()))
    return AskingFact(
        whose=whose,
        kind=opened.kind,
        since=opened.since,
        until=opened.until,
        work=tuple(work),
        askings=_askings(opened, work, today),
        decisions=tuple(decisions),
    )


def _askings(opened: Opened, work: list[Work], today: date) -> tuple[AskingSeen, ...]:
    sources = dict(opened.child.askings.values_list("pk", "source"))
    seen = filter(opened.shows, rows.asking_rows(opened.child.askings.all()))
    return tuple(
        AskingSeen(
            ref=row.ref,
            day=row.day,
            asked_by=row.asked_by,
            asked_of=row.asked_of,
            declined=row.declined,
            talks=row.talks,
            counts=by_whom_it_counts(row),
            inside=any(stretch.holds(row.day) for stretch in work),
            finished=finished(row, today),
            source=sources[UUID(row.ref)],
        )
        for row in sorted(seen, key=lambda row: (row.day, row.ref))
    )


def _found(ref: str) -> Opened:
    """Return what a ref names (facts.py says how they are written)."""
    known, _, day = ref.partition(".")
    try:
        return _of_a_day(UUID(known), day) if day else _of_a_row(UUID(known))
    except (ValueError, Child.DoesNotExist) as nothing:
        raise NoSuchFact(ref) from nothing


def _of_a_day(child: UUID, day: str) -> Opened:
    of_child = Child.objects.get(pk=child)
    if day.startswith("q"):
        return Opened("quarter", of_child, until=date.fromisoformat(day[1:]))
    began = date.fromisoformat(day.removesuffix(".first"))
    return Opened("interval", of_child, began, add_months(began, MONTHS))


def _of_a_row(pk: UUID) -> Opened:
    asking = Asking.objects.select_related("child").filter(pk=pk).first()
    if asking:
        return Opened("asking", asking.child, asking.asked_on, only=pk.hex)
    decision = Exemption.objects.select_related("child").filter(pk=pk).first()
    if decision:
        days = (decision.from_date, decision.to_date)
        return Opened("decision", decision.child, *days, only=pk.hex)
    return Opened("child", Child.objects.get(pk=pk))
