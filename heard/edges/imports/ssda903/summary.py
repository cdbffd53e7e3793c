"""What came of a return, as JSON and in words. Every row that was read is in exactly one count."""

from typing import Any

from heard.edges.imports.ssda903.gathered import Gathered
from heard.edges.imports.ssda903.plan import Plan
from heard.edges.integrations.systems.ssda903 import Reading

Summary = dict[str, Any]
NO_CHANGE = "Nothing changes: Heard already has all of this."


def summary_of(found: Gathered, plan: Plan, newly_aside: int, *, dry_run: bool) -> Summary:
    """Return what changed, or would change. `newly_aside`: rows new to the quarantine."""
    return {
        "kind": "ssda903",
        "dry_run": dry_run,
        "loaded": not dry_run,
        "refused": False,
        "changed": plan.changes_anything,
        "children": _children(found, plan),
        "reviews": _reviews(found, plan),
        "episodes": _episodes(found, plan),
        "quarantine": {"rows": plan.quarantined.height, "new": newly_aside},
        "notes": found.notes,
        "refused_files": _refused(found.reading),
    }


def refusal(reading: Reading, why: str, *, dry_run: bool) -> Summary:
    """Return the same object for a path from which nothing can be loaded."""
    return {
        "kind": "ssda903",
        "dry_run": dry_run,
        "loaded": False,
        "refused": True,
        "changed": False,
        "why": why,
        "notes": reading.notes,
        "refused_files": _refused(reading),
    }


def _refused(reading: Reading) -> list[dict[str, str]]:
    return [{"file": refused.file, "reason": refused.reason} for refused in reading.refused]


def _children(found: Gathered, plan: Plan) -> dict[str, int]:
    """Rows of the Header; `from_other_tables` are children who are in no row of it."""
    read = found.accounts["Header"]
    listed = found.children.filter(found.children["row"].is_not_null())
    others = found.children.height - listed.height
    new = plan.children.new.height
    quarantined = read.quarantined + plan.contradicted["Header"]
    of_header = plan.children.new.join(
        listed, left_on="authority_id", right_on="child_id", how="semi"
    ).height
    changed = plan.children.changed.height
    loaded = read.loaded - plan.contradicted["Header"]
    return {
        "read": read.rows,
        "new": of_header,
        "changed": changed,
        "unchanged": loaded - of_header - changed,
        "duplicate": read.duplicates,
        "quarantined": quarantined,
        "in_other_tables_only": others,
        "new_from_other_tables": new - of_header,
    }


def _reviews(found: Gathered, plan: Plan) -> dict[str, int]:
    read = found.accounts["Reviews"]
    return {
        "read": read.rows,
        "loaded": plan.reviews.new.height,
        "duplicate": read.duplicates + plan.reviews.known,
        "quarantined": read.quarantined + plan.contradicted["Reviews"],
        "known_already": plan.reviews.known,
        "to_settle": plan.reviews.to_settle,
    }


def _episodes(found: Gathered, plan: Plan) -> dict[str, int]:
    """Rows, and the periods in care that they make: each is new, longer, ended or known."""
    read = found.accounts["Episodes"]
    return {
        "read": read.rows,
        "used": read.loaded - plan.contradicted["Episodes"],
        "quarantined": read.quarantined + plan.contradicted["Episodes"],
        "periods_new": plan.care.new.height,
        "periods_extended": plan.care.extended,
        "periods_ended": plan.care.ended,
        "periods_known": plan.care.known,
    }


def in_words(summary: Summary) -> list[str]:
    """Return lines for a person."""
    if summary["refused"]:
        return [f"Nothing was brought in. {summary['why']}"]
    lines = [_children_in_words(summary), _reviews_in_words(summary), _care_in_words(summary)]
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


def _children_in_words(summary: Summary) -> str:
    n = summary["children"]
    return (
        f"Children: {n['read']:,} rows read: {n['new']:,} new, {n['changed']:,} changed, "
        f"{n['unchanged']:,} known already, {n['duplicate']:,} repeated, "
        f"{n['quarantined']:,} set aside. In other tables only: {n['in_other_tables_only']:,} "
        f"children, {n['new_from_other_tables']:,} of them new."
    )


def _reviews_in_words(summary: Summary) -> str:
    n = summary["reviews"]
    return (
        f"Reviews: {n['read']:,} rows read: {n['loaded']:,} new, {n['duplicate']:,} that say again "
        f"what is known, {n['quarantined']:,} set aside. Of the new ones, {n['to_settle']:,} stand "
        "beside another code of the same child and day: someone has to settle which is right."
    )


def _care_in_words(summary: Summary) -> str:
    n = summary["episodes"]
    return (
        f"Times in care: {n['read']:,} episodes read, {n['quarantined']:,} set aside. The others "
        f"make {n['periods_new']:,} new periods; {n['periods_extended']:,} known ones are longer, "
        f"{n['periods_ended']:,} ended, {n['periods_known']:,} stay as they are."
    )
