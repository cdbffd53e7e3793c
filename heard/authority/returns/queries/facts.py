"""The facts behind a figure, a hundred at a time. Every look is written down before it is shown."""

from datetime import datetime
from typing import NamedTuple

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet

from heard.authority.returns.models import CheckRecord, FactGroup, ReturnFact, ReturnVersion
from heard.authority.returns.rules.groups import Group, window
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import records_listed
from heard.kernel.return_spec.fact import Fact

PAGE = 100


class Asked(NamedTuple):
    """Which facts: those of an item, and of its line and of what they count as, where given."""

    item: str
    line: str = ""
    counted: str = ""


class FactList:
    """The facts of some groups as a sequence that a paginator can cut, without counting rows."""

    def __init__(self, version: ReturnVersion, groups: list[Group]) -> None:
        self.version, self.groups = version, groups

    def __len__(self) -> int:
        return sum(group.size for group in self.groups)

    def __getitem__(self, cut: slice) -> list[Fact]:
        spans = window(self.groups, cut.start, cut.stop - cut.start)
        if not spans:
            return []
        places = Q()
        for span in spans:
            places |= Q(position__range=span)
        rows = ReturnFact.objects.filter(places, version_id=self.version.id).order_by("position")
        return [Fact(*row) for row in rows.values_list(*Fact._fields)]


def groups(version: ReturnVersion, item: str) -> list[Group]:
    """Return where the facts of an item stand in a version."""
    rows = FactGroup.objects.filter(version_id=version.id, item=item).order_by("first")
    return [Group(*row) for row in rows.values_list(*Group._fields)]


def chosen(found: list[Group], asked: Asked) -> list[Group]:
    """Return the groups that hold the facts asked for."""
    return [
        group
        for group in found
        if asked.line in ("", group.line) and asked.counted in ("", group.counted)
    ]


def may_list(staff: Staff) -> bool:
    """Say whether this person may open a figure to its facts."""
    return staff.may(P.READ_FACTS)


def listed(
    staff: Staff, version: ReturnVersion, found: list[Group], asked: Asked, at: datetime
) -> Paginator[Fact]:
    """Return the facts asked for, in pages of 100; the look is written down.

    PermissionError for somebody who may not open figures: the view keeps them out before.
    """
    write_down(staff, version, {**asked._asdict()}, at)
    return Paginator(FactList(version, chosen(found, asked)), PAGE)  # type: ignore[arg-type]


def records(
    staff: Staff, version: ReturnVersion, code: str, at: datetime
) -> Paginator[CheckRecord]:
    """Return the records that break a check, in pages of 100; the look is written down."""
    write_down(staff, version, {"check": code}, at)
    rows: QuerySet[CheckRecord] = CheckRecord.objects.filter(version_id=version.id, code=code)
    return Paginator(rows.order_by("position"), PAGE)


def write_down(staff: Staff, version: ReturnVersion, data: dict[str, str], at: datetime) -> None:
    """Write down that somebody looked at facts of a return; PermissionError for who may not."""
    if not may_list(staff):
        raise PermissionError("Only those who may open figures list the facts behind them.")
    records_listed(
        what=f"return {version.year}, version {version.number}",
        why="the facts behind a figure of a return",
        data={key: value for key, value in data.items() if value},
        by=staff.actor,
        at=at,
    )
