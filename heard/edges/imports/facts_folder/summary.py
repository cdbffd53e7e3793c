"""What came of a folder of facts, as JSON and in words."""

from typing import Any

from heard.edges.imports.facts_folder.faults import MOST
from heard.edges.imports.facts_folder.folder import Folder, RefusedFolder
from heard.edges.imports.facts_folder.plan import Plan

NO_CHANGE = "Nothing changes: Heard already has all of this."


def summary_of(folder: Folder, plan: Plan, *, dry_run: bool) -> dict[str, Any]:
    """Return what changed, or would change, file by file; every row of each file is in a count."""
    files = {}
    for file, change in plan.changes.items():
        once = folder.rows[file].height
        files[file] = {
            "rows": folder.read[file],
            "repeated": folder.read[file] - once,
            **change.counts,
        }
    return {
        "kind": "facts",
        "dry_run": dry_run,
        "loaded": not dry_run,
        "refused": False,
        "changed": plan.changes_anything,
        "files": files,
        "notes": folder.notes,
        "bad_rows": [],
        "bad_rows_in_all": 0,
    }


def refusal(refused: RefusedFolder, *, dry_run: bool) -> dict[str, Any]:
    """Return the same object for a folder of which nothing was loaded."""
    return {
        "kind": "facts",
        "dry_run": dry_run,
        "loaded": False,
        "refused": True,
        "changed": False,
        "files": {},
        "notes": refused.notes,
        "bad_rows": [fault._asdict() for fault in refused.faults.first()],
        "bad_rows_in_all": len(refused.faults),
    }


def _refusal_in_words(summary: dict[str, Any]) -> list[str]:
    in_all = summary["bad_rows_in_all"]
    things = "1 thing is" if in_all == 1 else f"{in_all:,} things are"
    lines = [f"Nothing was brought in: {things} wrong."]
    for bad in summary["bad_rows"]:
        where = [bad["file"], f"line {bad['line']}" if bad["line"] else "", bad["column"]]
        place = ", ".join(part for part in where if part)
        lines.append(f"  {place}: {bad['wrong']} Expected: {bad['expected']}.")
    if in_all > MOST:
        lines.append(f"  and {in_all - MOST:,} more, which are not named.")
    return lines


def in_words(summary: dict[str, Any]) -> list[str]:
    """Return lines for a person: file by file what changed, or every bad row of a refusal."""
    if summary["refused"]:
        return _refusal_in_words(summary)
    would = " would be" if summary["dry_run"] else ""
    lines = []
    for file, counts in summary["files"].items():
        said = [f"{counts['new']:,}{would} new", f"{counts['changed']:,}{would} changed"]
        said.append(f"{counts['unchanged']:,} known already")
        if counts["repeated"]:
            said.append(f"{counts['repeated']:,} repeated rows")
        lines.append(f"{file + '.csv':<18}{counts['rows']:>9,} rows: {', '.join(said)}")
    if not summary["changed"]:
        lines.append(NO_CHANGE)
    elif summary["dry_run"]:
        lines.append("Nothing was changed: this was a dry run.")
    return lines
