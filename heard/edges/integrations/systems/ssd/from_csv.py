"""One CSV file of an extract, from disk or as a database writes it."""

import hashlib
from typing import BinaryIO, NamedTuple

import polars as pl

from heard.edges.integrations.systems.ssd.cells import known
from heard.edges.integrations.systems.ssd.columns import OTHERS, TABLES, by_columns, by_name
from heard.edges.integrations.systems.ssd.parts import Part
from heard.edges.integrations.tables.delimited import (
    BadLine,
    Shape,
    header_of,
    separator_in_words,
    split_rows,
)
from heard.edges.integrations.tables.file_bytes import read_bounded, refuse_if_big
from heard.edges.integrations.tables.findings import BadRow, CannotRead, PassedOver
from heard.edges.integrations.tables.limits import Limits
from heard.edges.integrations.tables.text import Text, decode

_SEPARATORS = (",", "\t", ";", "|")


class Header(NamedTuple):
    """Where the line with the names is, the names in lower case, and the table that it is."""

    at: int
    names: list[str]
    separator: str
    table: str


def read_csv_file(
    name: str, stem: str, head: bytes, stream: BinaryIO, limits: Limits
) -> tuple[Part | None, list[str]]:
    """The file's rows (none of a table that Heard does not use), and notes about it.

    Raises CannotRead when columns are missing, PassedOver when it is no table of the SSD.
    """
    named = by_name(stem)
    if named in OTHERS:
        return None, [f"{name} is not used: Heard loads nothing from {named}."]
    header = _header(name, named, head)
    refuse_if_big(stream, limits)
    return read_rows(name, decode(read_bounded(stream, limits)), header, named)


def read_rows(name: str, text: Text, header: Header, named: str | None) -> tuple[Part, list[str]]:
    """The rows under a header that was recognised."""
    rows = split_rows(text, _shape(header))
    frame = _in_table_order(rows.cells, header, name)
    bad = [_bad_row(header.table, name, line) for line in rows.bad]
    return Part(header.table, name, frame, bad), _notes(name, text, header, named)


def header_line(head: bytes, table: str) -> Header:
    """The header of a table whose name is certain. Raises CannotRead when columns are missing."""
    lines = decode(head).text.split("\n")
    at, names = header_of(lines, ",")
    return _checked(Header(at, [n.lower() for n in names], ",", table))


def _header(name: str, named: str | None, head: bytes) -> Header:
    lines = decode(head).text.split("\n")
    found = [(sep, *header_of(lines, sep)) for sep in _SEPARATORS]
    separator, at, names = max(found, key=lambda one: len(one[2]))
    names = [each.lower() for each in names]
    looks_like = by_columns(names)
    table = named or (looks_like[0] if len(looks_like) == 1 else None)
    if table is None:
        raise PassedOver(
            "neither its name nor its columns are those of a table of the SSD."
            if not looks_like
            else f"its columns fit {' and '.join(looks_like)}. Name it after its table."
        )
    if named and looks_like and named not in looks_like:
        raise CannotRead(
            f"Its name says {named}, but its columns are those of {' or '.join(looks_like)}. "
            "Name it after its table.",
            (named, *looks_like),
        )
    return _checked(Header(at, names, separator, table))


def _checked(header: Header) -> Header:
    table = TABLES[header.table]
    missing = table.missing(header.names)
    if missing:
        raise CannotRead(
            f"It is {table.name}, but these columns are missing: {', '.join(missing)}. "
            "Add them to the extract (they may be blank).",
            (table.name,),
        )
    written = [w for column in table.columns for w in column.written]
    twice = [w for w in written if header.names.count(w) > 1]
    if twice:
        raise CannotRead(
            f"The column {twice[0]} stands in it twice. Keep the right one.", (table.name,)
        )
    return header


def _shape(header: Header) -> Shape:
    used = {w for column in TABLES[header.table].columns for w in column.written}
    others = (i for i, column in enumerate(header.names) if column not in used)
    return Shape(header.at, header.separator, len(header.names), frozenset(others))


def _in_table_order(cells: pl.DataFrame, header: Header, file: str) -> pl.DataFrame:
    places = {name: f"c{index}" for index, name in enumerate(header.names)}
    found, lasting = [], []
    for column in TABLES[header.table].columns:
        at = next((places[w] for w in column.written if w in places), None)
        value = known(pl.col(at)) if at else pl.lit(None, dtype=pl.String)
        found.append(value.alias(column.name))
        if not column.passing:
            lasting.append(value.fill_null(""))
    place = (pl.lit(file).alias("file"), pl.col("line").cast(pl.UInt32), "raw")
    return cells.select(*found, *place, pl.concat_str(lasting, separator="\x1f").alias("same"))


def _bad_row(table: str, file: str, bad: BadLine) -> BadRow:
    return BadRow(table, file, bad.line, bad.raw, bad.reason)


def _notes(name: str, text: Text, header: Header, named: str | None) -> list[str]:
    notes = []
    if not named:
        notes.append(f"{name} is read as {header.table}: it has its columns.")
    if text.encoding != "UTF-8":
        notes.append(f"{name} is read as {text.encoding}.")
    if header.separator != ",":
        notes.append(f"{name} has a {separator_in_words(header.separator)} between its columns.")
    absent = TABLES[header.table].absent(header.names)
    if absent:
        notes.append(f"{name} does not have {', '.join(absent)}: Heard does without.")
    if text.text and not text.text.endswith("\n"):
        notes.append(
            f"The last line of {name} has no line break: if the file was cut off, rows are missing."
        )
    return notes


def fingerprint(name: str, data: bytes) -> dict[str, object]:
    """Name, bytes and SHA-256 of a table that was not a file."""
    return {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
