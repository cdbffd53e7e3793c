"""Reading a whole SSDA903 return: a folder of files or one file, CSV or XML."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from heard.edges.integrations.systems.ssda903.columns import TABLES
from heard.edges.integrations.systems.ssda903.from_csv import read_csv_file
from heard.edges.integrations.systems.ssda903.from_xml import read_xml_file
from heard.edges.integrations.systems.ssda903.parts import Part
from heard.edges.integrations.tables.file_bytes import (
    binary_kind,
    looks_like_xml,
    open_plain,
    refuse_if_big,
)
from heard.edges.integrations.tables.findings import BadRow, CannotRead, PassedOver, Refused
from heard.edges.integrations.tables.folder import files_at, in_plain_words
from heard.edges.integrations.tables.limits import KILOBYTE, Limits

_HEAD = 64 * KILOBYTE
_SENT_AS_TABLE = {".csv", ".xml", ".txt", ""}


@dataclass
class Reading:
    """What a return holds.

    `tables`: one frame for each table found: its columns as text (blank is null), then `file`,
    `line` (the line in that file), `raw` (the row as sent) and `row` (counted through the table).
    `notes`: what was passed over, joined, tolerated or decoded. `refused`: files that load
    nothing, with the reason. `bad_rows`: rows that could not be split; the rest of the file loads.
    """

    tables: dict[str, pl.DataFrame] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    bad_rows: list[BadRow] = field(default_factory=list)

    def table(self, name: str) -> pl.DataFrame:
        """The table, or an empty one of the same shape where the return has none."""
        found = self.tables.get(name)
        return found if found is not None else Part.empty(name).frame


def read_return(
    path: Path | str, limits: Limits | None = None, only: Collection[str] = tuple(TABLES)
) -> Reading:
    """Reads the tables at `path`, or those of them named in `only`.

    Raises CannotRead when there is nothing there to open; what is wrong with single files and
    rows is in the reading.
    """
    limits = limits or Limits()
    files, notes = files_at(Path(path), limits)
    reading = Reading(notes=notes)
    parts: dict[str, list[Part]] = {}
    for file in files:
        for part in _parts_of(file, only, limits, reading):
            parts.setdefault(part.table, []).append(part)
    for table in TABLES:
        if table in parts:
            reading.tables[table] = _joined(parts[table], reading)
    return reading


def _parts_of(file: Path, only: Collection[str], limits: Limits, reading: Reading) -> list[Part]:
    try:
        parts, notes = _read(file, only, limits)
    except PassedOver as passed:
        reading.notes.append(f"{file.name} is passed over: {passed}")
        return []
    except CannotRead as error:
        reading.refused.append(Refused(file.name, error.reason, error.nearest))
        return []
    except OSError as error:
        reason = f"It cannot be opened: {in_plain_words(error)}."
        reading.refused.append(Refused(file.name, reason, ()))
        return []
    reading.notes += notes
    return parts


def _read(file: Path, only: Collection[str], limits: Limits) -> tuple[list[Part], list[str]]:
    with open_plain(file) as stream:
        head = stream.read(_HEAD)
        stream.seek(0)
        _pass_over_what_is_no_text(file, head)
        if looks_like_xml(head):
            refuse_if_big(stream, limits)
            return read_xml_file(file.name, stream, only, limits)
        return read_csv_file(file.name, head, stream, only, limits)


def _pass_over_what_is_no_text(file: Path, head: bytes) -> None:
    if not head:
        raise PassedOver("it is empty.")
    kind = binary_kind(head)
    if kind and file.suffix.lower() in _SENT_AS_TABLE:
        raise CannotRead(f"Whatever its name says, it is {kind}.")
    if kind:
        raise PassedOver(f"it is {kind}.")


def _joined(parts: list[Part], reading: Reading) -> pl.DataFrame:
    first = parts[0]
    for part in parts[1:]:
        reading.notes.append(
            f"{part.file} holds {first.table} as {first.file} does: "
            f"its {part.frame.height} rows are joined to them."
        )
    reading.bad_rows += [bad for part in parts for bad in part.bad]
    frame = pl.concat([part.frame for part in parts])
    return frame.with_columns(pl.int_range(frame.height, dtype=pl.Int64).alias("row"))
