"""Imports as people read them."""

import json
from typing import Any, NamedTuple

from heard.child.people.presenters import LEVEL_WORDS
from heard.child.reviews.settling import RowToSettle
from heard.edges.imports.models import ChildToDecide, ImportRun
from heard.foundations.ui.words import day, number
from heard.kernel.codes import WORDS

KIND = {
    "facts": "Facts",
    "ssda903": "SSDA903 return",
    "ssd": "SSD extract",
    "annex_a": "Annex A workbook",
    "cin": "CIN census",
}
STATE = {
    "received": "being looked at",
    "looked": "waits for you",
    "asked": "being brought in",
    "loaded": "brought in",
    "refused": "refused",
    "discarded": "discarded",
    "failed": "stopped",
}
MOVING = {"received", "asked"}
SHOWN = 200  # bad rows on a page; the command line names up to a thousand
SCHEME = {"voice-2023": "scheme of 2023", "ssda903": "SSDA903", "local": "the authority's own text"}
SOURCE = {
    "facts": "a folder of facts",
    "ssda903": "an SSDA903 return",
    "ssd": "an SSD extract",
    "annex_a": "an Annex A workbook",
    "cin": "a CIN census",
    "heard": "Heard",
}
FACTS_HEADS = ["File", "Rows", "New", "Changed", "Known already", "Repeated rows"]
EXTRACT_HEADS = ["What", "New", "Changed", "Known already"]
TABLES_HEADS = ["Table", "Rows", "Used", "Repeated", "Not for Heard", "Set aside"]
CHANGES_HEADS = ["What", "New", "Changed", "Ended"]
RETURN_HEADS = ["Table", "Rows", "New", "Changed", "Known or repeated", "Set aside"]


class Line(NamedTuple):
    """An import in the list of imports."""

    id: Any
    kind: str
    state: str
    started_at: Any
    by: str
    outcome: str


def line(run: ImportRun) -> Line:
    """Return one line of the list."""
    return Line(run.pk, KIND[run.kind], STATE[run.state], run.started_at, run.by_name, outcome(run))


def outcome(run: ImportRun) -> str:
    """Return what an import came to, in a few words."""
    summary = summary_of(run)
    if run.state == "refused":
        wrong = summary.get("bad_rows_in_all")
        return f"{number(wrong)} things are wrong" if wrong else "nothing could be read"
    if run.state == "loaded":
        new = _new(summary)
        return f"{number(new)} new rows" if new else "no new rows"
    return ""


def _new(summary: dict[str, Any]) -> int:
    if summary["kind"] == "facts":
        return sum(counts["new"] for counts in summary["files"].values())
    if "work" in summary:
        return sum(row[1] for row in _extract_rows(summary))
    return int(summary["children"]["new"] + summary["reviews"]["loaded"])


def summary_of(run: ImportRun) -> dict[str, Any]:
    """Return the summary of an import; empty before it has one."""
    found: dict[str, Any] = json.loads(run.summary) if run.summary else {}
    return found


def files_of(run: ImportRun) -> list[dict[str, Any]]:
    """Return the files as they were sent: name, bytes, sha256."""
    found: list[dict[str, Any]] = json.loads(run.files)
    return found


class Table(NamedTuple):
    """A table of counts: its heads, and rows of texts."""

    heads: list[str]
    rows: list[list[str]]


def counts_table(summary: dict[str, Any]) -> Table | None:
    """Return what changed, or would change, as a table; None where nothing was counted."""
    if not summary or summary.get("refused") or "kind" not in summary:
        return None
    if summary["kind"] == "facts":
        parts = ("rows", "new", "changed", "unchanged", "repeated")
        files = summary["files"].items()
        return Table(FACTS_HEADS, [[f, *(number(n[p]) for p in parts)] for f, n in files])
    if summary["kind"] == "ssd":
        return _tables_of_extract(summary)
    if "work" in summary:
        table = [[row[0], *map(number, row[1:])] for row in _extract_rows(summary)]
        return Table(EXTRACT_HEADS, table)
    children, reviews, episodes = (summary[k] for k in ("children", "reviews", "episodes"))
    known = children["unchanged"] + children["duplicate"]
    rows = [
        ("Children", children["read"], children["new"], children["changed"], known),
        ("Reviews", reviews["read"], reviews["loaded"], 0, reviews["duplicate"]),
    ]
    aside = (children["quarantined"], reviews["quarantined"])
    table = [[r[0], *map(number, r[1:]), number(a)] for r, a in zip(rows, aside, strict=True)]
    made = [number(episodes["read"]), *_periods(episodes), number(episodes["quarantined"])]
    return Table(RETURN_HEADS, [*table, ["Times in care, from episodes", *made]])


def _extract_rows(summary: dict[str, Any]) -> list[tuple[str, int, int, int]]:
    """What an extract of a case management system changes: new, changed, known already."""
    children, given = summary["children"], summary["allocations"]
    known = children["read"] - children["new"] - children["changed"]
    rows = [("Children", children["new"], children["changed"], known)]
    for level, n in summary["work"].items():
        rows.append((LEVEL_WORDS[level], n["new"], n["extended"] + n["ended"], n["known"]))
    rows.append(("Allocated workers", given["new"], given.get("ended", 0), given["known"]))
    return rows


def _tables_of_extract(summary: dict[str, Any]) -> Table:
    parts = ("read", "used", "repeated", "left", "aside")
    rows = summary["tables"].items()
    return Table(TABLES_HEADS, [[t, *(number(n[p]) for p in parts)] for t, n in rows if n["read"]])


def changes_table(summary: dict[str, Any]) -> Table | None:
    """Return what an extract changed, or would change, in Heard; None for other kinds."""
    if summary.get("kind") != "ssd" or summary.get("refused"):
        return None
    children, reviews = summary["children"], summary["reviews"]
    workers, allocations = summary["workers"], summary["allocations"]
    rows = [("Children", children["new"], children["changed"], 0)]
    for level, n in summary["work"].items():
        rows.append((f"Work: {LEVEL_WORDS[level]}", n["new"], n["extended"], n["ended"]))
    rows.append(("Reviews", reviews["loaded"], reviews["changed"], 0))
    rows.append(("Workers", workers["new"], workers["changed"], 0))
    ended = allocations["moved"] + allocations["ended"]
    rows.append(("Who has which child", allocations["new"], 0, ended))
    return Table(CHANGES_HEADS, [[r[0], *map(number, r[1:])] for r in rows if any(r[1:])])


def _periods(episodes: dict[str, int]) -> list[str]:
    changed = episodes["periods_extended"] + episodes["periods_ended"]
    return [number(n) for n in (episodes["periods_new"], changed, episodes["periods_known"])]


def bad_rows(summary: dict[str, Any]) -> list[list[str]]:
    """Return the first bad rows of a refusal: file, line, column, what is wrong, what to write."""
    return [
        [b["file"], number(b["line"]) if b["line"] else "", b["column"], b["wrong"], b["expected"]]
        for b in summary.get("bad_rows", [])[:SHOWN]
    ]


def row_to_settle(row: RowToSettle) -> str:
    """Return one row of a review as something to choose."""
    source = SOURCE.get(row.source, row.source)
    if not row.code:
        return f"No code, from {source}"
    words = WORDS.get(row.scheme, {}).get(row.code, "")
    said = f"{row.code} ({SCHEME[row.scheme]}), from {source}"
    return f"{said}: {words}" if words else said


def who_it_may_be(row: ChildToDecide) -> list[tuple[str, str]]:
    """Return the answers to choose from."""
    here, there = day(row.born_here), day(row.born_there)
    return [
        ("extract", f"The same child, born on {there}: Heard takes that date"),
        ("heard", f"The same child, born on {here}: Heard keeps that date"),
        ("another", "Another child: the rows stay set aside until the system gives another id"),
    ]


DECIDED = {
    "agreed": "{} agreed, and their work ended.",
    "refused": "{} left their work open.",
    "overtaken": "A later extract was brought in before anybody decided.",
}


def decided(found: tuple[str, str] | None) -> str:
    """Return what became of those who are not in an extract any more; blank where none waited."""
    return DECIDED[found[0]].format(found[1]) if found else ""
