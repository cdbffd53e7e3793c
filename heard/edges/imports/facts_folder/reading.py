"""Reading the nine files: text as it stands, each row with the line where it begins."""

import csv
import io
from pathlib import Path
from typing import NamedTuple

import polars as pl

from heard.edges.imports.facts_folder.columns import FILES, names
from heard.edges.imports.facts_folder.faults import Faults
from heard.edges.integrations.tables.file_bytes import open_plain, read_bounded
from heard.edges.integrations.tables.findings import CannotRead
from heard.edges.integrations.tables.folder import in_plain_words
from heard.edges.integrations.tables.limits import KILOBYTE, MEGABYTE, Limits

LIMITS = Limits(file_bytes=500 * MEGABYTE, line_bytes=256 * KILOBYTE)
ROWS_AT_ONCE = 50_000
UTF8 = "CSV in UTF-8, comma between cells (in a spreadsheet: save as 'CSV UTF-8')"


class Texts(NamedTuple):
    """The files that could be read: their columns as text, and `line`. Notes say what to know."""

    frames: dict[str, pl.DataFrame]
    notes: list[str]


def read_folder(folder: Path, faults: Faults) -> Texts:
    """Read every file of the nine that can be read; what cannot goes to the faults."""
    texts = Texts({}, _others(folder))
    for file in FILES:
        frame = _read(folder / f"{file}.csv", file, faults, texts.notes)
        if frame is not None:
            texts.frames[file] = frame
    return texts


def _others(folder: Path) -> list[str]:
    ours = {f"{file}.csv" for file in FILES}
    others = sorted(entry.name for entry in folder.iterdir() if entry.name not in ours)
    return [f"{name} is not one of the nine files and is passed over." for name in others]


def _read(path: Path, file: str, faults: Faults, notes: list[str]) -> pl.DataFrame | None:
    try:
        with open_plain(path) as stream:
            text = _decode(read_bounded(stream, LIMITS))
    except FileNotFoundError:
        faults.add(file, 0, "", "The file is missing.", "all nine files; a file may have no rows")
        return None
    except CannotRead as error:
        faults.add(file, 0, "", error.reason, UTF8)
        return None
    except OSError as error:
        faults.add(file, 0, "", f"It cannot be opened: {in_plain_words(error)}.", "a plain file")
        return None
    return _Table(file, faults, notes).read(text)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CannotRead("The file is UTF-16, not UTF-8.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        raise CannotRead(
            f"The file is not UTF-8: line {line} holds the byte {byte:02x}, as files in "
            "Windows-1252 do."
        ) from error


class _Table:
    """One file: its header, then its rows, in portions so that memory stays small."""

    def __init__(self, file: str, faults: Faults, notes: list[str]) -> None:
        self.file, self.faults, self.notes = file, faults, notes
        self.width = 0
        self.rows: list[list[str]] = []
        self.lines: list[int] = []

    def read(self, text: str) -> pl.DataFrame | None:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            header = [cell.strip() for cell in next(reader, [])]
        except csv.Error:
            header = []
        if not self._has_its_columns(header):
            return None
        self.width = len(header)
        portions = [self._portion(header)]  # none yet: gives an empty file its columns
        self._rows(reader, header, portions)
        frame = pl.concat(portions)
        if text and not text.endswith(("\n", "\r")):
            self.notes.append(
                f"The last line of {self.file}.csv has no line break: if the file was cut off, "
                "rows are missing."
            )
        return frame

    def _has_its_columns(self, header: list[str]) -> bool:
        wanted = names(self.file)
        missing = [name for name in wanted if name not in header]
        twice = [name for name in wanted if header.count(name) > 1]
        expected = f"the columns {', '.join(wanted)}"
        for name in missing:
            self.faults.add(self.file, 1, name, "The column is missing.", expected)
        for name in twice:
            self.faults.add(self.file, 1, name, "The column stands there twice.", expected)
        extra = [name for name in header if name and name not in wanted]
        if extra and not missing:
            listed = ", ".join(extra)
            self.notes.append(f"{self.file}.csv has columns that are passed over: {listed}.")
        return not missing and not twice

    def _rows(self, reader, header: list[str], portions: list[pl.DataFrame]) -> None:  # type: ignore[no-untyped-def]
        line = reader.line_num + 1
        try:
            for cells in reader:
                if len(cells) == self.width:
                    self.rows.append(cells)
                    self.lines.append(line)
                elif "".join(cells).strip() or len(cells) > 1:
                    self._ragged(cells, line)
                line = reader.line_num + 1
                if len(self.rows) >= ROWS_AT_ONCE:
                    portions.append(self._portion(header))
        except csv.Error as error:
            self._broken(line, str(error))
        portions.append(self._portion(header))

    def _ragged(self, cells: list[str], line: int) -> None:
        if len(cells) > self.width and not "".join(cells[self.width :]).strip():
            self.rows.append(cells[: self.width])
            self.lines.append(line)
            return
        wrong = f"The row has {len(cells)} cells; the first line names {self.width} columns."
        self.faults.add(self.file, line, "", wrong, f"{self.width} cells")

    def _broken(self, line: int, error: str) -> None:
        wrong = "A quotation mark opens a cell and does not close it, or stands in its middle."
        if "field larger" in error:
            wrong = "A cell is longer than any cell of facts is."
        self.faults.add(
            self.file, line, "", f"{wrong} The rows after it were not read.", "cells that end"
        )

    def _portion(self, header: list[str]) -> pl.DataFrame:
        columns = list(zip(*self.rows, strict=True)) or [()] * self.width
        places = {name: header.index(name) for name in names(self.file)}
        data = {name: pl.Series(name, columns[i], pl.String) for name, i in places.items()}
        frame = pl.DataFrame(data).with_columns(pl.Series("line", self.lines, pl.UInt32))
        self.rows, self.lines = [], []
        return frame
