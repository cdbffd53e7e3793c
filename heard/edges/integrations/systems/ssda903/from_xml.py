"""One XML file of the return: EXPSSDA903, a CHILD for each child.

The rows of a child are groups of elements (AREVIEW, EPISODE, ...) inside it or inside its HEADER;
what stands in HEADER itself belongs to every row. CHILDID is CHILD, and PL is PLACE.
"""

from collections.abc import Collection
from typing import BinaryIO

import polars as pl

from heard.edges.integrations.systems.ssda903.columns import SHARED, TABLES, own_columns
from heard.edges.integrations.systems.ssda903.parts import PLACE, Part
from heard.edges.integrations.tables.findings import BadRow, PassedOver, some
from heard.edges.integrations.tables.limits import Limits
from heard.edges.integrations.tables.xml_stream import walk

ROOT = "EXPSSDA903"
GROUPS = {
    "AREVIEW": "Reviews",
    "AMISSING": "Missing",
    "EPISODE": "Episodes",
    "OC2": "OC2",
    "PERMANENCE": "PrevPerm",
    "AD_PLACED": "PlacedAdoption",
}
_NAMES = {"CHILDID": "CHILD", "PL": "PLACE"}
_IN_HEADER = ("UASC", "OC3", "AD1")  # tables whose fields stand in HEADER without a group

Fields = dict[str, str | None]


class _Element:
    """An element that is open: what it holds so far, and whether a field stood in it twice."""

    def __init__(self, name: str, line: int) -> None:
        self.name, self.line = name, line
        self.fields: Fields = {}
        self.twice = ""
        self.is_leaf = True


class _Return:
    """Collects the rows of each table while the file goes by."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.rows: dict[str, list[tuple[str | int | None, ...]]] = {}
        self.bad: dict[str, list[BadRow]] = {}
        self.unknown: set[str] = set()
        self.open: list[_Element] = []
        self.groups: list[tuple[str, _Element]] = []

    def begins(self, name: str, line: int) -> None:
        if not self.open and name != ROOT:
            raise PassedOver(
                f"it is XML, but no SSDA903 return: its first element is {some([name])}."
            )
        if self.open:
            self.open[-1].is_leaf = False
        self.open.append(_Element(name, line))

    def ends(self, name: str, text: str | None, line: int) -> None:
        element = self.open.pop()
        depth = len(self.open)
        if depth == 1:
            self._child_ends(element)
        elif depth > 1 and element.is_leaf and name not in GROUPS:
            self._keep(_NAMES.get(name, name), text, self.open[-1])
        elif depth > 1 and name == "HEADER":
            self.open[-1].fields |= element.fields
            self.open[-1].twice = self.open[-1].twice or element.twice
        elif depth > 1:
            self._group_ends(element)

    def _keep(self, name: str, text: str | None, within: _Element) -> None:
        if name in within.fields and name in _KNOWN:
            within.twice = name
        within.fields[name] = text

    def _group_ends(self, element: _Element) -> None:
        table = GROUPS.get(element.name) or _table_with(element.fields)
        if table:
            self.groups.append((table, element))
        else:
            self.unknown.add(element.name)

    def _child_ends(self, child: _Element) -> None:
        shared = {name: child.fields.get(name) for name in SHARED}
        self._add("Header", child, {})
        for table in _IN_HEADER:
            if any(child.fields.get(name) for name in (*own_columns(table), table)):
                self._add(table, child, {})
        for table, group in self.groups:
            group.twice = group.twice or (child.twice if child.twice in SHARED else "")
            self._add(table, group, shared)
        self.groups = []

    def _add(self, table: str, element: _Element, shared: Fields) -> None:
        fields = shared | element.fields
        raw = "; ".join(f"{name}={fields.get(name) or ''}" for name in TABLES[table])
        if element.twice in TABLES[table]:
            reason = f"{element.twice} stands in this {element.name} twice."
            bad = BadRow(table, self.file, element.line, raw, reason)
            self.bad.setdefault(table, []).append(bad)
            return
        cells = (fields.get(name) for name in TABLES[table])
        row = (*cells, self.file, element.line, raw)
        self.rows.setdefault(table, []).append(row)


_KNOWN = {column for columns in TABLES.values() for column in columns}


def _table_with(fields: Fields) -> str | None:
    """The table that has a column of this group for its own, where the group has no known name."""
    names = set(fields)
    return next((table for table in TABLES if names & set(own_columns(table))), None)


def read_xml_file(
    name: str, stream: BinaryIO, only: Collection[str], limits: Limits
) -> tuple[list[Part], list[str]]:
    """The tables among `only` that have rows in the file, and notes.

    Raises CannotRead or PassedOver.
    """
    found = _Return(name)
    walk(stream, found, limits)
    parts = []
    for table in (each for each in TABLES if each in only):
        bad = found.bad.get(table, [])
        if table in found.rows or bad:
            schema = dict.fromkeys(TABLES[table], pl.String) | PLACE
            frame = pl.DataFrame(found.rows.get(table, []), schema=schema, orient="row")
            parts.append(Part(table, name, frame, bad))
    return parts, _notes(name, found)


def _notes(name: str, found: _Return) -> list[str]:
    notes = []
    if not found.rows and not found.bad:
        notes.append(f"{name} is a return without a child.")
    if found.unknown:
        groups = some(sorted(found.unknown))
        notes.append(f"{name} has groups that no table of the return is, passed over: {groups}.")
    return notes
