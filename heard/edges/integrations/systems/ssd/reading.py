"""Reading a whole extract: a folder of CSV files named after its tables, or a database."""

from pathlib import Path

import polars as pl

from heard.edges.integrations.systems.ssd.columns import TABLES
from heard.edges.integrations.systems.ssd.from_csv import read_csv_file
from heard.edges.integrations.systems.ssd.from_postgres import Database, read_tables
from heard.edges.integrations.systems.ssd.parts import Part, Reading
from heard.edges.integrations.tables.file_bytes import binary_kind, looks_like_xml, open_plain
from heard.edges.integrations.tables.findings import CannotRead, PassedOver, Refused
from heard.edges.integrations.tables.folder import files_at, in_plain_words
from heard.edges.integrations.tables.limits import KILOBYTE, MEGABYTE, Limits

# Involvements of six years in the largest authority: 300,000 rows of 200 bytes.
LIMITS = Limits(file_bytes=400 * MEGABYTE)
_HEAD = 64 * KILOBYTE


def read_ssd(source: Path | Database, limits: Limits = LIMITS) -> Reading:
    """Read the tables of an extract, the same way from files and from a database.

    Raises CannotRead when there is nothing there to open; what is wrong with single files and
    rows is in the reading.
    """
    reading = Reading()
    if isinstance(source, Database):
        parts = read_tables(source, limits, reading)
    else:
        files, notes = files_at(source, limits)
        reading.notes += notes
        parts = [part for file in files if (part := _part_of(file, limits, reading))]
    for table in TABLES:
        same = [part for part in parts if part.table == table]
        if same:
            reading.tables[table] = _joined(same, reading)
    return reading


def _part_of(file: Path, limits: Limits, reading: Reading) -> Part | None:
    try:
        with open_plain(file) as stream:
            head = stream.read(_HEAD)
            stream.seek(0)
            _pass_over_what_is_no_table(file, head)
            part, notes = read_csv_file(file.name, file.stem, head, stream, limits)
    except PassedOver as passed:
        reading.notes.append(f"{file.name} is passed over: {passed}")
        return None
    except CannotRead as error:
        reading.refused.append(Refused(file.name, error.reason, error.nearest))
        return None
    except OSError as error:
        reason = f"It cannot be opened: {in_plain_words(error)}."
        reading.refused.append(Refused(file.name, reason, ()))
        return None
    reading.notes += notes
    return part


def _pass_over_what_is_no_table(file: Path, head: bytes) -> None:
    if not head:
        raise PassedOver("it is empty.")
    kind = binary_kind(head)
    if kind and file.suffix.lower() == ".csv":
        raise CannotRead(f"Whatever its name says, it is {kind}.")
    if kind:
        raise PassedOver(f"it is {kind}.")
    if looks_like_xml(head):
        raise PassedOver("it is XML, and the SSD comes as CSV.")


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
