"""Reading the workbook: each list by its headings, whatever its sheet is called."""

from collections.abc import Iterator
from pathlib import Path

from heard.edges.integrations.systems.annex_a.columns import (
    NEEDED,
    Layout,
    layout_of,
    other_list,
)
from heard.edges.integrations.systems.annex_a.workbook import rows, sheets
from heard.edges.integrations.systems.child_rows.rows import ChildRow, Extract
from heard.edges.integrations.systems.child_rows.words import ethnicity, sex
from heard.edges.integrations.tables.findings import CannotRead, PassedOver, Refused, some
from heard.edges.integrations.tables.folder import files_at
from heard.edges.integrations.tables.limits import MEGABYTE, Limits

HEADINGS_WITHIN = 30  # rows from the top; titles and notes may stand above the headings
NAMES = 150
_NONE = ("no", "b) no", "n", "none", "no disability", "0")
_NOBODY = {"", "-", "n/a", "na", "unallocated", "not allocated", "none", "tbc", "unknown"}
Numbered = Iterator[tuple[int, list[str]]]


def read_annex_a(path: Path, limits: Limits | None = None) -> Extract:
    """Read the workbook at a path (a file or a folder). Raises CannotRead for the path itself."""
    limits = limits or Limits(file_bytes=50 * MEGABYTE)
    files, notes = files_at(path, limits)
    found = Extract(notes=notes)
    for file in files:
        try:
            for name, sheet in sheets(file, limits):
                _sheet(f"{file.name}, {name}", rows(sheet), found)
        except PassedOver as reason:
            found.notes.append(f"{file.name} is passed over: {reason}")
        except CannotRead as error:
            found.refused.append(Refused(file.name, error.reason, ()))
    return found


def _sheet(place: str, numbered: Numbered, found: Extract) -> None:
    """One sheet: headings somewhere near the top, then rows until the end."""
    for number, cells in numbered:
        if number > HEADINGS_WITHIN:
            break
        layout = layout_of(cells)
        if layout:
            _list(place, layout, numbered, found)
            return
        if other := other_list(cells):
            count = sum(1 for _ in numbered)
            found.notes.append(f"{place}: {other} is not used ({count:,} rows).")
            return
    found.notes.append(f"{place} is passed over: it has the headings of no list of Annex A.")


def _list(place: str, layout: Layout, numbered: Numbered, found: Extract) -> None:
    needed = [words for column, words in NEEDED.items() if column not in layout.at]
    if needed:
        why = f"{layout.of.name} has no column {some(needed)}. Add it and send it again."
        found.refused.append(Refused(place, why, (layout.of.name,)))
        return
    if layout.missing:
        found.notes.append(f"{place}: {layout.of.name} has no column {some(layout.missing)}.")
    for number, cells in numbered:
        row = _row(place, number, cells, layout)
        if row:
            found.rows.append(row)


def _row(place: str, number: int, cells: list[str], layout: Layout) -> ChildRow | None:
    """A row, or None for one that names nobody and nothing (totals, remarks)."""

    def cell(column: str) -> str:
        at = layout.at.get(column, len(cells))
        return cells[at] if at < len(cells) else ""

    if not cell("child_id") and not cell("born"):
        return None
    still = not cell("ends")
    worker = _somebody(cell("worker")) or _somebody(cell("adviser"))
    return ChildRow(
        table=layout.of.name, file=place, line=number, raw=" | ".join(cells),
        child_id=cell("child_id"), born=cell("born"),
        sex=sex(cell("sex")), ethnicity=ethnicity(cell("ethnicity")),
        disability="no" if cell("disability").lower() in _NONE else "",
        level=layout.of.level, starts=cell("starts"), ends=cell("ends"),
        worker=worker if still else "", team=_somebody(cell("team")) if still else "",
    )  # fmt: skip


def _somebody(name: str) -> str:
    return "" if name.lower() in _NOBODY else name[:NAMES]
