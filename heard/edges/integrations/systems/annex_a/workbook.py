"""Opening a workbook that somebody sent: within limits, values only, nothing in it runs."""

import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from heard.edges.integrations.tables.file_bytes import open_plain, refuse_if_big
from heard.edges.integrations.tables.findings import CannotRead, PassedOver
from heard.edges.integrations.tables.limits import MEGABYTE, Limits, in_words

UNPACKED = 300 * MEGABYTE
MOST_PARTS = 2000
MOST_COLUMNS = 300
MOST_ROWS = 200_000
LONGEST_CELL = 4000
_OLD = b"\xd0\xcf\x11\xe0"


def sheets(file: Path, limits: Limits) -> Iterator[tuple[str, CalamineSheet]]:
    """Yield each sheet with its name. Raises CannotRead, or PassedOver where it is no workbook."""
    with open_plain(file) as stream:
        _within_limits(stream, limits)
        try:
            book = CalamineWorkbook.from_filelike(stream)
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                if sheet.total_width > MOST_COLUMNS or sheet.total_height > MOST_ROWS:
                    raise CannotRead(
                        f"The sheet {name[:60]} has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} "
                        "columns. Delete the empty ones, and save the workbook again."
                    )
                yield name, sheet
        except CalamineError as error:
            raise CannotRead(
                "It is damaged, or has a password. Open it, save it again without one, and send "
                "that."
            ) from error


def _within_limits(stream: BinaryIO, limits: Limits) -> None:
    refuse_if_big(stream, limits)
    head = stream.read(4)
    if head == _OLD:
        raise CannotRead(
            "It is an old Excel workbook, or has a password. Save it as .xlsx without one."
        )
    if head != b"PK\x03\x04":
        raise PassedOver("it is no workbook (.xlsx).")
    try:
        with zipfile.ZipFile(stream) as parts:
            sizes = [part.file_size for part in parts.infolist()]
    except zipfile.BadZipFile as error:
        raise CannotRead("It is damaged or stops in the middle. Save it again.") from error
    if len(sizes) > MOST_PARTS or sum(sizes) > UNPACKED:
        raise CannotRead(f"It would unpack to more than {in_words(UNPACKED)}.")
    stream.seek(0)


def rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that holds something, with its number as Excel shows it."""
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        texts = [text_of(cell) for cell in cells]
        if any(texts):
            yield number, texts


def text_of(cell: object) -> str:
    """Return a cell as text: days as year-month-day, whole numbers without a point."""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = " ".join(str(cell).split())[:LONGEST_CELL]
    return "" if text.upper() in {"#N/A", "#REF!", "#VALUE!", "#NAME?", "NULL"} else text
