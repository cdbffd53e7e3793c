"""Our own screener: is a pair of files in the shape that the statistics service takes?

It looks at the shape, never at the figures. An empty list means that nothing was found.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import product

from heard.kernel.disclosure import SYMBOLS
from heard.kernel.return_spec.ees.publication import META_COLUMNS

Table = Sequence[Sequence[object]]
REQUIRED = ("time_period", "time_identifier", "geographic_level", "country_code", "country_name")
LEVEL_COLUMNS = {
    "National": (),
    "Regional": ("region_code", "region_name"),
    "Local authority": ("region_code", "region_name", "old_la_code", "new_la_code", "la_name"),
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
FOUR_DIGITS = {"Calendar year", "Reporting year", *MONTHS, *(f"Week {n}" for n in range(1, 53))}
SIX_DIGITS = {
    *("Academic year", "Financial year", "Tax year", "Autumn term", "Spring term"),
    *("Summer term", "Autumn and spring term", "Part 1 (April to September)"),
    *("Part 2 (October to March)", *(f"Financial year Q{n}" for n in range(1, 5))),
}
UNITS = ("", "%", "pp", "£", "£m", "numberstring")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
Rows = list[dict[str, str]]


def read_csv(text: str) -> list[list[str]]:
    """Return the rows of a CSV text, header first."""
    return list(csv.reader(io.StringIO(text)))


def screen(data: Table, meta: Table) -> list[str]:
    """Return what is wrong with the shape of a data file and its metadata, in plain words.

    Both come as rows with their header first. Where columns are missing, nothing else is looked at.
    """
    found = [*_columns(data, meta)]
    if found:
        return found
    rows, about = _dicts(data), _dicts(meta)
    filters = [row["col_name"] for row in about if row["col_type"] == "Filter"]
    indicators = [row["col_name"] for row in about if row["col_type"] == "Indicator"]
    found += _meta(about)
    found += _times(rows)
    found += _places(rows)
    found += _filters(rows, filters)
    found += _indicators(rows, indicators)
    return [*found, *_matrix(rows, filters)]


def _dicts(table: Table) -> Rows:
    header = [str(name) for name in table[0]]
    return [dict(zip(header, map(str, row), strict=True)) for row in table[1:]]


def _columns(data: Table, meta: Table) -> Iterator[str]:
    if len(data) < 2 or len(meta) < 2:
        yield "A file has no rows."
        return
    if tuple(meta[0]) != META_COLUMNS:
        yield f"The metadata must have the columns {', '.join(META_COLUMNS)}."
        return
    if any(len(row) != len(table[0]) for table in (data, meta) for row in table):
        yield "A row is longer or shorter than its header."
    header = [str(name) for name in data[0]]
    for name in {name for name in header if header.count(name) > 1}:
        yield f"The column {name} stands twice."
    for name in header:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            yield f"The column {name!r} is not written in snake_case."
    named = [str(row[0]) for row in meta[1:]]
    for name in (*REQUIRED, *named):
        if name not in header:
            yield f"The data file has no column {name}."
    places = {*REQUIRED, *LEVEL_COLUMNS["Local authority"]}
    for name in header:
        if name not in places and name not in named:
            yield f"The metadata does not say what the column {name} is."


def _meta(about: Rows) -> Iterator[str]:
    labels = [row["label"] for row in about]
    for row in about:
        name = row["col_name"]
        if row["col_type"] not in ("Filter", "Indicator"):
            yield f"{name} is {row['col_type']!r}; it must be Filter or Indicator."
        if not row["label"] or labels.count(row["label"]) > 1:
            yield f"{name} needs a label of its own."
        if row["indicator_unit"] not in UNITS:
            yield f"{name} has an unknown unit, {row['indicator_unit']!r}."
        if row["col_type"] == "Indicator" and not re.fullmatch("[0-9]*", row["indicator_dp"]):
            yield f"{name} needs a whole number of decimal places."


def _times(rows: Rows) -> Iterator[str]:
    identifiers = {row["time_identifier"] for row in rows}
    for identifier in sorted(identifiers - FOUR_DIGITS - SIX_DIGITS):
        yield f"{identifier!r} is not a time identifier."
    if len({name for name in identifiers if name.endswith("year")}) > 1:
        yield "The file mixes kinds of year."
    for identifier, period in sorted({(r["time_identifier"], r["time_period"]) for r in rows}):
        digits = 4 if identifier in FOUR_DIGITS else 6
        if not re.fullmatch(f"[0-9]{{{digits}}}", period):
            yield f"The time period {period!r} must have {digits} digits for {identifier!r}."
        elif digits == 6 and (int(period[2:4]) + 1) % 100 != int(period[4:]):
            yield f"The time period {period!r} does not name two years that follow each other."


def _places(rows: Rows) -> Iterator[str]:
    for level in sorted({row["geographic_level"] for row in rows}):
        if level not in LEVEL_COLUMNS:
            yield f"{level!r} is not a geographic level of this file."
            continue
        of_level = [row for row in rows if row["geographic_level"] == level]
        for name in ("country_code", "country_name", *LEVEL_COLUMNS[level]):
            if not all(row.get(name) for row in of_level):
                yield f"{name} is empty or missing in rows of the level {level}."
        for name in set(LEVEL_COLUMNS["Local authority"]) - set(LEVEL_COLUMNS[level]):
            if any(row.get(name) for row in of_level):
                yield f"{name} must be empty in rows of the level {level}."


def _filters(rows: Rows, filters: list[str]) -> Iterator[str]:
    for name in filters:
        values = {row[name] for row in rows}
        if any(value != value.strip() or not value for value in values):
            yield f"The filter {name} has a blank, or spaces around a value."
        if len(values) < 2:
            yield f"The filter {name} has only one value."


def _indicators(rows: Rows, indicators: list[str]) -> Iterator[str]:
    for name in indicators:
        for value in sorted({row[name] for row in rows}):
            if value not in SYMBOLS and value != "low" and not NUMBER.fullmatch(value):
                yield f"The indicator {name} holds {value!r}, neither a number nor a symbol."


def _matrix(rows: Rows, filters: list[str]) -> Iterator[str]:
    keys = [name for name in rows[0] if name in (*REQUIRED, *LEVEL_COLUMNS["Local authority"])]
    seen = [(tuple(row[k] for k in keys), tuple(row[f] for f in filters)) for row in rows]
    if len(set(seen)) < len(seen):
        yield "A line stands twice."
    every = set(product(*({row[name] for row in rows} for name in filters)))
    for place in sorted({place for place, _ in seen}):
        missing = len(every - {line for where, line in seen if where == place})
        if missing:
            yield f"The matrix is not complete: {missing} lines are missing for {place}."
