"""The third door of this app: what 2c counted for each child, and why.

Opaque ids and days only: no reason, nobody's name, nothing of what was said.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from heard.child.asking_due import rows
from heard.child.asking_due.models import Asking, Exemption
from heard.child.asking_due.rules import Count, facts_of_child
from heard.kernel.return_spec.context import PLACEHOLDER
from heard.kernel.return_spec.fact import CHILDREN, INTERVALS, Fact
from heard.kernel.return_spec.rows import AskingRow, ExemptionRow
from heard.kernel.time import ReportingYear


def facts(year: ReportingYear, as_of: date, asking_began_on: date | None) -> Iterator[Fact]:
    """Yield the facts of 2c, child by child (dataset rules, 2c).

    `ref` names what a page can open (32 hex digits stand for an id): an asking that was left out
    by its id, a child by their id, an interval as child.2025-05-01 (the day it began; with .first
    when it was settled on that very day), a quarter's end as child.q2025-06-30.
    """
    count = Count(year, as_of, asking_began_on)
    for child in rows.by_child():
        for fact in facts_of_child(*child, count):
            yield fact._replace(ref=_ref(fact))


def _ref(fact: Fact) -> str:
    if fact.line == CHILDREN or fact.rule.startswith("2c-asking"):
        return fact.ref
    if fact.line != INTERVALS:
        return f"{fact.child}.q{fact.line}"
    # An asking on the first day of the work settles its interval there; the next begins there too.
    settled_at_once = fact.day is not None and fact.day.isoformat() == fact.ref
    return f"{fact.child}.{fact.ref}{'.first' if settled_at_once else ''}"


def asking_rows(year: ReportingYear) -> Iterator[AskingRow]:
    """Yield what the written checks of a year look at: askings from its first day on.

    With them come those on the day that stands for an unknown one.
    """
    since = Q(asked_on__gte=year.start) | Q(asked_on=PLACEHOLDER)
    return rows.asking_rows(Asking.objects.filter(since))


def exemption_rows() -> Iterator[ExemptionRow]:
    """Yield every decision that asking is not appropriate."""
    return rows.exemption_rows(Exemption.objects.all())
