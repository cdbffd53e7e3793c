"""Which rows can be loaded, and why another cannot. Whose they are is said later."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from heard.edges.integrations.systems.child_rows.rows import Aside, ChildRow, Extract
from heard.edges.integrations.systems.child_rows.words import day

LONGEST_ID = 64
UNBORN = timedelta(days=300)  # so far ahead a date of birth is the day on which one is expected
_NO_ID = re.compile(r"[\x00-\x1f\x7f\ufffd]")
_DAYS = (
    ("born", "date of birth"),
    ("expected", "expected date of birth"),
    ("starts", "start date"),
    ("ends", "end date"),
)


class Said(NamedTuple):
    """A row that can be loaded, with its days."""

    row: ChildRow
    key: str
    born: date | None
    expected: date | None
    starts: date | None
    ends: date | None


@dataclass
class Judged:
    """The rows to load, and the rows to set aside."""

    said: list[Said] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)


def judge(extract: Extract, today: date) -> Judged:
    """Sort the rows of an extract out. Every row is in exactly one of the two lists."""
    found = Judged(aside=list(extract.aside))
    for row in extract.rows:
        said = _read(row, today)
        if isinstance(said, str):
            found.aside.append(set_aside(row, said))
        else:
            found.said.append(said)
    return _one_birth_each(found)


def set_aside(row: ChildRow, reason: str) -> Aside:
    """Return the row as it was sent, with the reason."""
    return Aside(row.table, row.file, row.line, reason, row.raw)


def _read(row: ChildRow, today: date) -> Said | str:
    """The row with its days, or why it cannot be loaded."""
    child = row.child_id.strip()
    if not child:
        return "The child's id is blank: nobody can tell who it is."
    if len(child) > LONGEST_ID or _NO_ID.search(child):
        return (
            f"The child's id is longer than {LONGEST_ID} characters or has characters that no id "
            "has."
        )
    days: dict[str, date | None] = {}
    for name, words in _DAYS:
        try:
            days[name] = day(getattr(row, name))
        except ValueError:
            return f"The {words} is no date. Write day/month/year, or year-month-day."
    born, expected = days["born"], days["expected"]
    if born and today < born <= today + UNBORN:
        born, expected = None, born
    said = Said(row, child.upper(), born, expected, days["starts"], days["ends"])
    return _wrong(said, today) or said


def _wrong(said: Said, today: date) -> str:
    if said.born and said.born > today:
        return "The date of birth lies far in the future."
    if said.ends and not said.starts:
        return "There is an end date and no start date."
    if said.starts and said.starts > today:
        return "The start date is still to come."
    if said.ends and said.ends > today:
        return "The end date is still to come."
    if said.starts and said.ends and said.ends < said.starts:
        return "The end date lies before the start date."
    return ""


def _one_birth_each(found: Judged) -> Judged:
    """A child with two dates of birth, or with none, is nobody whom Heard can know again."""
    births: dict[str, set[date]] = defaultdict(set)
    expected: dict[str, set[date]] = defaultdict(set)
    for said in found.said:
        births[said.key] |= {said.born} if said.born else set()
        expected[said.key] |= {said.expected} if said.expected else set()
    kept = Judged(aside=found.aside)
    for said in found.said:
        born, due = births[said.key], expected[said.key]
        if len(born) > 1:
            kept.aside.append(set_aside(said.row, _two(born)))
        elif not born and len(due) != 1:
            kept.aside.append(set_aside(said.row, _NONE if not due else _two(due)))
        else:
            one = next(iter(born), None)
            kept.said.append(said._replace(born=one, expected=next(iter(due), None)))
    return kept


_NONE = "No row gives this child a date of birth, so nobody can tell who it is."


def _two(days: set[date]) -> str:
    shown = ", ".join(f"{one:%d/%m/%Y}" for one in sorted(days))
    return f"The files give this child different dates of birth ({shown}). Settle which is right."
