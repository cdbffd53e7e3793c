"""What an extract gives, as frames for the comparison with Heard."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Any

import polars as pl

from heard.edges.imports.loading.who import FIELDS
from heard.edges.integrations.systems.child_rows import Said

NO_DISABILITY = "NONE"
_ASIDE = ("table", "file", "line", "reason", "raw")
_PERIOD = {"who": pl.String, "level": pl.String, "starts": pl.Date, "ends": pl.Date}
_FIELDS: dict[str, Any] = {
    **dict.fromkeys(("who", "system_id", *FIELDS), pl.String),
    **dict.fromkeys(("birth_date", "expected_birth_date"), pl.Date),
    **dict.fromkeys(("birth_date_estimated", "restricted"), pl.Boolean),
}
Period = tuple[date, date | None]


def children_of(said: Iterable[Said], disabilities: Mapping[str, str]) -> pl.DataFrame:
    """Return who, system_id, FIELDS of each child once.

    `disabilities`: what Heard has by the id in capitals. A mere "no disability" is taken where
    Heard has nothing; a code that somebody recorded stands before it.
    """
    rows = [_child(key, each, disabilities.get(key, "")) for key, each in _by_child(said)]
    return pl.DataFrame(rows, schema=_FIELDS, orient="row")


def _by_child(said: Iterable[Said]) -> Iterable[tuple[str, list[Said]]]:
    for key, each in groupby(sorted(said, key=lambda one: one.key), key=lambda one: one.key):
        yield key, list(each)


def _child(key: str, said: list[Said], has: str) -> dict[str, Any]:
    first = said[0]
    codes = next((s.row.disability for s in said if s.row.disability not in ("", "no")), "")
    none = any(s.row.disability == "no" for s in said) and not has
    return {
        "who": key,
        "system_id": None,
        "authority_id": first.row.child_id.strip(),
        "birth_date": first.born,
        "birth_date_estimated": False,
        "expected_birth_date": None if first.born else first.expected,
        "sex": next((s.row.sex for s in said if s.row.sex), ""),
        "ethnicity": next((s.row.ethnicity for s in said if s.row.ethnicity), ""),
        "disability": codes or (NO_DISABILITY if none else ""),
        "given_name": "",
        "family_name": "",
        "restricted": False,
    }


def periods_of(said: Iterable[Said]) -> pl.DataFrame:
    """Return who, level, starts, ends: those of one child and level that overlap are one."""
    found: dict[tuple[str, str], list[Period]] = {}
    for one in said:
        if one.row.level and one.starts:
            found.setdefault((one.key, one.row.level), []).append((one.starts, one.ends))
    rows = [(*who, *period) for who, periods in found.items() for period in joined(periods)]
    return pl.DataFrame(rows, schema=_PERIOD, orient="row")


def joined(periods: list[Period]) -> list[Period]:
    """Return the periods with those that overlap made one; those that only touch stay apart."""
    made: list[Period] = []
    for starts, ends in sorted(periods, key=lambda p: (p[0], p[1] or date.max)):
        last = made[-1] if made else None
        if last and (last[0] == starts or starts < (last[1] or date.max)):
            open_ = last[1] is None or ends is None
            made[-1] = (last[0], None if open_ else max(last[1], ends))  # type: ignore[type-var]
        else:
            made.append((starts, ends))
    return made


def reaches(said: Iterable[Said]) -> date | None:
    """Return the last day of which the extract knows anything."""
    days = [day for one in said for day in (one.starts, one.ends) if day]
    return max(days, default=None)


def as_sent(rows: Iterable[Any]) -> pl.DataFrame:
    """Return rows that are set aside as the quarantine wants them."""
    schema = dict.fromkeys(_ASIDE, pl.String) | {"line": pl.UInt32}
    return pl.DataFrame([tuple(row) for row in rows], schema=schema, orient="row")


def loaded(said: Iterable[Said]) -> pl.DataFrame:
    """Return table and raw of the rows that could be loaded."""
    rows = [(one.row.table, one.row.raw) for one in said]
    return pl.DataFrame(rows, schema={"table": pl.String, "raw": pl.String}, orient="row")
