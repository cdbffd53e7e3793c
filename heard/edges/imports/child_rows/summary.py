"""What came of such an extract, as JSON and in words. Every row that was read is in one count."""

from collections import Counter
from typing import Any

from heard.edges.imports.child_rows.plan import Plan
from heard.edges.integrations.systems.child_rows import Extract

Summary = dict[str, Any]
NO_CHANGE = "Nothing changes: Heard already has all of this."


def summary_of(kind: str, plan: Plan, newly_aside: int, *, dry_run: bool) -> Summary:
    """Return what changed, or would change. `newly_aside`: rows new to the quarantine."""
    return {
        "kind": kind,
        "dry_run": dry_run,
        "loaded": not dry_run,
        "refused": False,
        "changed": plan.changes_anything,
        "tables": _tables(plan),
        "children": _children(plan),
        "work": {level: _periods(part) for level, part in plan.work.items()},
        "workers": {"teams": plan.workers.teams.height, "new": plan.workers.new.height},
        "allocations": _allocations(plan),
        "quarantine": {"rows": plan.quarantined.height, "new": newly_aside},
        "notes": [*plan.extract.notes, *_left(plan.extract), *_about_workers(plan)],
        "refused_files": refused_files(plan.extract),
    }


def refusal(kind: str, extract: Extract, why: str, *, dry_run: bool) -> Summary:
    """Return the same object for an extract from which nothing can be loaded."""
    return {
        "kind": kind,
        "dry_run": dry_run,
        "loaded": False,
        "refused": True,
        "changed": False,
        "why": why,
        "notes": extract.notes,
        "refused_files": refused_files(extract),
    }


def refused_files(extract: Extract) -> list[dict[str, str]]:
    """Return the files that load nothing, each with the reason."""
    return [{"file": one.file, "reason": one.reason} for one in extract.refused]


def _tables(plan: Plan) -> dict[str, dict[str, int]]:
    used = Counter(one.row.table for one in plan.said)
    aside = Counter(plan.quarantined["table"])
    left: Counter[str] = Counter()
    for (table, _), rows in plan.extract.left.items():
        left[table] += rows
    return {
        table: {
            "read": used[table] + aside[table] + left[table],
            "used": used[table],
            "left": left[table],
            "quarantined": aside[table],
        }
        for table in sorted(used | aside | left)
    }


def _children(plan: Plan) -> dict[str, int]:
    new, changed = plan.children.new.height, plan.children.changed.height
    read = plan.children.ids.height + plan.children.others.height
    return {
        "read": read,
        "new": new,
        "changed": changed,
        "unchanged": plan.children.ids.height - new - changed,
        "another_birth_date": plan.children.others.height,
    }


def _periods(part: Any) -> dict[str, int]:
    return {
        "new": part.new.height,
        "extended": part.extended,
        "ended": part.ended,
        "known": part.known,
    }


def _allocations(plan: Plan) -> dict[str, int]:
    part = plan.workers.allocations
    elsewhere = plan.workers.elsewhere
    return {
        "new": part.new.height,
        "moved": part.moved,
        "known": part.known,
        "elsewhere": elsewhere,
    }


def _left(extract: Extract) -> list[str]:
    return [f"{table}: {n:,} not used ({why})." for (table, why), n in extract.left.items()]


def _about_workers(plan: Plan) -> list[str]:
    notes = []
    if plan.workers.elsewhere:
        notes.append(
            f"{plan.workers.elsewhere:,} children have another worker in Heard, whom a manager or "
            "the case management system gave them. They stay with that worker."
        )
    if plan.workers.unclear:
        names = ", ".join(plan.workers.unclear[:10])
        notes.append(
            f"Two workers of one team have the same name ({names}), so their children are not "
            "allocated. Allocate them in the case management system's own extract."
        )
    return notes


def in_words(summary: Summary) -> list[str]:
    """Return lines for a person."""
    if summary["refused"]:
        return [f"Nothing was brought in. {summary['why']}"]
    lines = [_rows_in_words(*pair) for pair in summary["tables"].items()]
    lines += [_children_in_words(summary), _work_in_words(summary), _workers_in_words(summary)]
    aside = summary["quarantine"]
    if aside["rows"]:
        lines.append(
            f"Set aside: {aside['rows']:,} rows, {aside['new']:,} of them for the first time. "
            "Each is kept as it was sent, with the reason."
        )
    if not summary["changed"] and not aside["new"]:
        lines.append(NO_CHANGE)
    elif summary["dry_run"]:
        lines.append("Nothing was changed: this was a dry run.")
    return lines


def _rows_in_words(table: str, n: dict[str, int]) -> str:
    return (
        f"{table}: {n['read']:,} read: {n['used']:,} used, {n['left']:,} not needed, "
        f"{n['quarantined']:,} set aside."
    )


def _children_in_words(summary: Summary) -> str:
    n = summary["children"]
    return (
        f"Children: {n['read']:,} read: {n['new']:,} new, {n['changed']:,} changed, "
        f"{n['unchanged']:,} known already. {n['another_birth_date']:,} have another date of birth "
        "in Heard, so a person decides."
    )


def _work_in_words(summary: Summary) -> str:
    parts = summary["work"].values()
    new, extended, ended, known = (
        sum(part[name] for part in parts) for name in ("new", "extended", "ended", "known")
    )
    return (
        f"Work: {new:,} new periods; {extended:,} known ones are longer, {ended:,} ended, "
        f"{known:,} stay as they are."
    )


def _workers_in_words(summary: Summary) -> str:
    n, who = summary["allocations"], summary["workers"]
    return (
        f"Workers: {who['new']:,} new in {who['teams']:,} new teams. Allocated: {n['new']:,} "
        f"children, {n['moved']:,} of them after somebody else; {n['known']:,} stay as they are."
    )
