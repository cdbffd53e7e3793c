"""Splitting the text of a CSV file into rows of cells, each with its real line number."""

import csv
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from heard.edges.integrations.tables.text import UNREADABLE, Text

LONGEST_ROW = 50  # lines that one quoted cell may run over before its quotation mark is a slip
_NOT_TIDY = ("\x01", "\x00", '"', "\n\n")  # text with one of these is split the careful way
_SHOWN = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "pipe"}


class BadLine(NamedTuple):
    line: int
    raw: str
    reason: str


class Rows(NamedTuple):
    """`cells`: columns c0, c1, ... of text (blank is null), `line` and `raw`."""

    cells: pl.DataFrame
    bad: list[BadLine]


def header_of(lines: list[str], separator: str) -> tuple[int, list[str]]:
    """Index of the first line that is not blank, and its cells without spaces around them."""
    for index, line in enumerate(lines):
        if line.strip():
            cells = next(csv.reader([line], delimiter=separator))
            return index, [cell.strip() for cell in cells]
    return 0, []


class Shape(NamedTuple):
    """Index of the line with the names, the separator, the number of columns, and which are prose.

    Only a cell of prose may hold a line break. Elsewhere a quotation mark that is still open at
    the end of its line is a slip, and would swallow the rows below.
    """

    after: int
    separator: str
    width: int
    prose: frozenset[int] = frozenset()


def split_rows(text: Text, shape: Shape) -> Rows:
    """The rows below the line with the names. Blank lines are no rows; broken rows go to `bad`.

    More cells than columns are broken unless the cells too many are blank (trailing separators).
    """
    tidy = not text.damaged and not any(mark in text.text for mark in _NOT_TIDY)
    return (_tidy(text.text, shape) if tidy else None) or _careful(text, shape)


def _tidy(text: str, shape: Shape) -> Rows | None:
    """The quick way, for a file without quotation marks where every line has all its cells.

    The separators of all lines are counted, and a line with too many stops the reader: where the
    sum is right and none has too many, none has too few. None when the file is not like that.
    """
    start = len("\n".join(text.split("\n", shape.after + 1)[: shape.after + 1])) + 1
    body = text[start:].rstrip("\n")
    count = body.count("\n") + 1
    if not body or body.count(shape.separator) != count * (shape.width - 1):
        return None
    data = body.encode()
    try:
        cells = _read_csv(data, shape.separator, [f"c{i}" for i in range(shape.width)])
    except pl.exceptions.ComputeError:
        return None
    raw = _read_csv(data, _NOT_TIDY[0], ["raw"])
    if cells.height != count or raw.height != count:
        return None
    first = shape.after + 2
    line = pl.int_range(first, first + count, dtype=pl.UInt32, eager=True).alias("line")
    return Rows(cells.hstack([line, raw["raw"]]), [])


def _read_csv(data: bytes, separator: str, columns: list[str]) -> pl.DataFrame:
    return pl.read_csv(
        data,
        has_header=False,
        separator=separator,
        quote_char=None,
        schema=dict.fromkeys(columns, pl.String),
    )


def _careful(text: Text, shape: Shape) -> Rows:
    lines, width = text.text.split("\n"), shape.width
    good: list[list[str]] = []
    places: list[tuple[int, str]] = []
    bad: list[BadLine] = []
    for line, raw, cells in _records(lines, shape):
        reason = _fault(cells, raw, width, text.damaged, line == _last(lines))
        if reason or cells is None:
            bad.append(BadLine(line, raw, reason))
        else:
            good.append(cells[:width])
            places.append((line, raw))
    schema = {f"c{i}": pl.String for i in range(width)}
    frame = pl.DataFrame(good, schema=schema, orient="row")
    where = pl.DataFrame(places, schema={"line": pl.UInt32, "raw": pl.String}, orient="row")
    return Rows(frame.hstack(where).with_columns(_blank_is_null(list(schema))), bad)


def _records(lines: list[str], shape: Shape) -> Iterator[tuple[int, str, list[str] | None]]:
    """Line number, raw text and cells of each row; None for cells where the quotes are broken."""
    index = shape.after + 1
    while index < len(lines):
        line, used = lines[index], 1
        if '"' not in line:
            if line.strip():
                yield index + 1, line, line.split(shape.separator)
        else:
            cells, used = _quoted(lines[index : index + LONGEST_ROW], shape)
            yield index + 1, "\n".join(lines[index : index + used]), cells
        index += used


def _quoted(lines: list[str], shape: Shape) -> tuple[list[str] | None, int]:
    """The cells of a row with quotation marks, and the number of lines that it runs over."""
    reader = csv.reader((line + "\n" for line in lines), delimiter=shape.separator, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        return None, 1
    if reader.line_num > 1:
        slip = any("\n" in cell for i, cell in enumerate(cells) if i not in shape.prose)
        if slip or len(cells) != shape.width:
            return None, 1
    return cells, reader.line_num


def _fault(cells: list[str] | None, raw: str, width: int, damaged: bool, last: bool) -> str:
    if cells is None:
        return "A quotation mark opens a cell and does not close it."
    if "\x00" in raw:
        return "The row holds a NUL, a character that no text has: the file is damaged here."
    if damaged and UNREADABLE in raw:
        return "The row holds bytes that are no letter in the file's encoding."
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        stops = " The file seems to stop in the middle of this line." if last else ""
        return f"The row has {len(cells)} cells where the first line names {width} columns.{stops}"
    return ""


def _last(lines: list[str]) -> int:
    """The number of the last line when no line break ends it, else 0."""
    return len(lines) if lines and lines[-1] else 0


def _blank_is_null(cells: list[str]) -> pl.Expr:
    return pl.when(pl.col(cells) != "").then(pl.col(cells)).name.keep()


def separator_in_words(separator: str) -> str:
    return _SHOWN[separator]
