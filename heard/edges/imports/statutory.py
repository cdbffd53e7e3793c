"""The looked-after reviews of a year as the SSDA903 has them, with our own run of its rules."""

import io
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, NamedTuple

import polars as pl

from heard.child.people.intake import known_children, known_work
from heard.child.reviews import rules
from heard.child.reviews.intake import known_reviews
from heard.edges.imports.as_return import Known, rules_broken
from heard.edges.integrations.systems.ssda903 import ReviewRow, write_csv, write_xml
from heard.kernel.return_spec import rows as facts
from heard.kernel.time import ReportingYear

LEVEL = "CLA"
WRITERS = {"csv": write_csv, "xml": write_xml}


class LeftOut(NamedTuple):
    """A review that is not in the file, by the authority's id of the child, and why."""

    child: str
    day: date
    reason: str


@dataclass(frozen=True)
class Statutory:
    """What the file of a year would hold.

    `left_out`: reviews without a code that can be sent, and those that the format cannot hold.
    `warned`: children and days that are sent with a warning, and its words. `broken`: rule number
    to the reviews that break it; a rule that Heard cannot look at is not in it.
    """

    year: ReportingYear
    rows: list[ReviewRow]
    left_out: list[LeftOut]
    warned: list[LeftOut]
    broken: dict[str, list[LeftOut]]

    @property
    def in_year(self) -> int:
        """Looked-after reviews held in the year and not cancelled."""
        return len(self.rows) + len(self.left_out)

    @property
    def codes(self) -> dict[str, int]:
        """How many reviews have each code in the file."""
        return dict(sorted(Counter(row.code for row in self.rows).items()))


def statutory(year: ReportingYear, today: date) -> Statutory:
    """Return the file of a year, from what Heard has (dataset rules, "To ssda903")."""
    children = known_children()
    ids = dict(children.select("id", "authority_id").iter_rows())
    born = dict(children.select("id", "birth_date").iter_rows())
    chosen = rules.statutory_reviews(_rows(year), born, year, today)
    written, left_out, warned = [], [], []
    for one in chosen:
        outcome, child = one.outcome, ids[one.child]
        if outcome.code is None:
            left_out.append(LeftOut(child, one.held, outcome.error))
            continue
        written.append(ReviewRow(child, one.born, one.held, outcome.code))
        if outcome.warning:
            warned.append(LeftOut(child, one.held, outcome.warning))
    unfit = write_csv(written, io.BytesIO())
    left_out += [LeftOut(row.child, row.day, reason) for row, reason in unfit]
    fit = sorted(set(written) - {row for row, _ in unfit})
    known = Known(children, known_work().filter(pl.col("level") == LEVEL), year)
    broken = {
        rule: [LeftOut(*where, "") for where in found]
        for rule, found in rules_broken(fit, known).items()
    }
    return Statutory(year, fit, sorted(left_out), sorted(warned), broken)


def _rows(year: ReportingYear) -> list[facts.ReviewRow]:
    held = pl.col("held_on").is_between(year.start, year.end)
    columns = ("id", "child", "plan_type", "held_on", "cancelled", "code", "scheme")
    found = known_reviews(LEVEL).filter(held).select(columns)
    return [facts.ReviewRow(*row) for row in found.iter_rows()]


def write(found: Statutory, kind: str, out: BinaryIO) -> None:
    """Write the file as csv or xml: the same facts give the same bytes."""
    WRITERS[kind](found.rows, out)
