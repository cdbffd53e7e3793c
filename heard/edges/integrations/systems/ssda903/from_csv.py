"""One CSV file of the return."""

from collections.abc import Collection
from typing import BinaryIO, NamedTuple

import polars as pl

from heard.edges.integrations.systems.ssda903.columns import TABLES, Match, recognise
from heard.edges.integrations.systems.ssda903.parts import Part
from heard.edges.integrations.tables.delimited import (
    BadLine,
    Shape,
    header_of,
    separator_in_words,
    split_rows,
)
from heard.edges.integrations.tables.file_bytes import read_bounded, refuse_if_big, too_long
from heard.edges.integrations.tables.findings import BadRow, CannotRead, PassedOver, some
from heard.edges.integrations.tables.limits import Limits
from heard.edges.integrations.tables.text import Text, decode

_SEPARATORS = (",", "\t", ";")


class _Header(NamedTuple):
    at: int
    names: list[str]
    separator: str
    match: Match


def read_csv_file(
    name: str, head: bytes, stream: BinaryIO, only: Collection[str], limits: Limits
) -> tuple[list[Part], list[str]]:
    """The file's rows, and notes about it. `head` is how the file begins, to tell what it is.

    A table that is not among `only` is recognised and left. Raises CannotRead when columns of a
    table are missing, PassedOver when it is no table at all.
    """
    header = _header(head, limits)
    table = str(header.match.table)
    if table not in only:
        return [], []
    refuse_if_big(stream, limits)
    text = decode(read_bounded(stream, limits))
    rows = split_rows(text, _shape(header, table))
    frame = _in_table_order(rows.cells, header, table, name)
    bad = [_bad_row(table, name, line) for line in rows.bad]
    return [Part(table, name, frame, bad)], _notes(name, text, header)


def _shape(header: _Header, table: str) -> Shape:
    own = TABLES[table]
    others = (i for i, column in enumerate(header.names) if column.upper() not in own)
    return Shape(header.at, header.separator, len(header.names), frozenset(others))


def _header(head: bytes, limits: Limits) -> _Header:
    lines = decode(head).text.split("\n")
    if len(head) >= limits.line_bytes and len(lines) == 1:
        raise too_long(1, limits)
    found = []
    for separator in _SEPARATORS:
        index, names = header_of(lines, separator)
        found.append(_Header(index, names, separator, recognise(names)))
        if found[-1].match.table:
            break
    header = max(found, key=_certainty)
    _refuse_unless_whole(header, head)
    return header


def _certainty(header: _Header) -> int:
    return 2 if header.match.table else 1 if header.match.nearest else 0


def _refuse_unless_whole(header: _Header, head: bytes) -> None:
    match = header.match
    if match.nearest:
        raise CannotRead(
            f"It is nearly the table {' or '.join(match.nearest)}, but these columns are "
            f"missing: {', '.join(match.missing)}. Add them to the extract (they may be blank).",
            match.nearest,
        )
    if not match.table and b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise PassedOver("it holds bytes that no text file has.")
    if not match.table:
        raise PassedOver("its first line does not name the columns of any table of the return.")
    names = [each.upper() for each in header.names]
    twice = [column for column in TABLES[match.table] if names.count(column) > 1]
    if twice:
        raise CannotRead(
            f"The column {twice[0]} stands in it twice. Keep the right one.", (match.table,)
        )


def _in_table_order(cells: pl.DataFrame, header: _Header, table: str, file: str) -> pl.DataFrame:
    places = {column.upper(): f"c{index}" for index, column in enumerate(header.names)}
    return cells.select(
        *(pl.col(places[column]).alias(column) for column in TABLES[table]),
        pl.lit(file).alias("file"),
        pl.col("line").cast(pl.UInt32),
        "raw",
    )


def _bad_row(table: str, file: str, bad: BadLine) -> BadRow:
    return BadRow(table, file, bad.line, bad.raw, bad.reason)


def _notes(name: str, text: Text, header: _Header) -> list[str]:
    notes = []
    if text.encoding != "UTF-8":
        notes.append(f"{name} is read as {text.encoding}.")
    if header.separator != ",":
        notes.append(f"{name} has a {separator_in_words(header.separator)} between its columns.")
    if header.match.extra:
        extra = some(header.match.extra)
        notes.append(f"{name} has columns that {header.match.table} does not have: {extra}.")
    if text.text and not text.text.endswith("\n"):
        notes.append(
            f"The last line of {name} has no line break: if the file was cut off, rows are missing."
        )
    return notes
