"""What came of an extract, as JSON and in words: every row that was read is in one count."""

from typing import Any

from heard.edges.imports.ssd.plan import Plan
from heard.edges.integrations.systems.ssd import Reading
from heard.kernel.codes import LOCAL

Summary = dict[str, Any]
NO_CHANGE = "Nothing changes: Heard already has all of this."


def summary_of(plan: Plan, newly_aside: int, *, dry_run: bool) -> Summary:
    """Return what changed, or would change. `newly_aside`: rows new to the quarantine."""
    found = plan.found
    return {
        "kind": "ssd",
        "dry_run": dry_run,
        "loaded": not dry_run,
        "refused": False,
        "changed": plan.changes_anything,
        "tables": found.account(),
        "children": _children(plan),
        "work": {level: _periods(part) for level, part in plan.work.items()},
        "reviews": _reviews(plan),
        "workers": {"new": plan.workers.new.height, "changed": plan.workers.changed.height},
        "allocations": _allocations(plan),
        "closings": _closings(plan),
        "quarantine": {"rows": found.quarantined().height, "new": newly_aside},
        "notes": [*found.reading.notes, *found.left(), *_mapped(plan)],
        "refused_files": _refused(found.reading),
    }


def refusal(reading: Reading, why: str, *, dry_run: bool) -> Summary:
    """Return the same object for an extract from which nothing can be loaded."""
    return {
        "kind": "ssd",
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


def _children(plan: Plan) -> dict[str, int]:
    """`passed_by`: of whom the extract says what it said the last time."""
    all_of_them = plan.children.ids.height
    return {
        "read": all_of_them,
        "new": plan.children.new.height,
        "changed": plan.children.changed.height,
        "passed_by": all_of_them - plan.fresh.height,
        "another_birth_date": plan.children.others.height,
        "restricted": int(plan.found.children["restricted"].sum()),
        "families": plan.families.new.height,
    }


def _periods(part: Any) -> dict[str, int]:
    return {
        "new": part.new.height,
        "extended": part.extended,
        "ended": part.ended,
        "known": part.known,
    }


def _reviews(plan: Plan) -> dict[str, int]:
    new = plan.reviews.new
    local = new.filter(new["scheme"] == LOCAL).height
    return {
        "read": plan.found.reviews.height,
        "loaded": new.height,
        "changed": plan.reviews.changed.height,
        "to_settle": plan.reviews.to_settle,
        "not_coded": local + new.filter(new["code"] == "").height,
    }


def _allocations(plan: Plan) -> dict[str, int]:
    part = plan.allocations
    return {"new": part.new.height, "moved": part.moved, "ended": part.ended, "known": part.known}


def _closings(plan: Plan) -> dict[str, Any]:
    part = plan.closings
    return {
        "children": part.children,
        "of": part.of,
        "rows": part.rows.height,
        "wait": part.wait,
        "whole": part.whole,
    }


def _mapped(plan: Plan) -> list[str]:
    unknown = plan.found.reviews.filter(plan.found.reviews["scheme"] == LOCAL).height
    if not unknown:
        return []
    return [
        f"{unknown:,} reviews say in words that Heard does not know how the child took part. They "
        "are kept as text and count as not coded: say what the words mean under Words to codes."
    ]


def in_words(summary: Summary) -> list[str]:
    """Return lines for a person."""
    if summary["refused"]:
        return [f"Nothing was brought in. {summary['why']}"]
    lines = [_children_in_words(summary), _work_in_words(summary), _reviews_in_words(summary)]
    lines += _closings_in_words(summary)
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
        f"Children: {n['read']:,} read: {n['new']:,} new, {n['changed']:,} changed, "
        f"{n['passed_by']:,} as the last time. {n['another_birth_date']:,} have another date of "
        "birth in Heard, so a person decides."
    )


def _work_in_words(summary: Summary) -> str:
    work, n = summary["work"].values(), summary["allocations"]
    parts = {name: sum(part[name] for part in work) for name in ("new", "extended", "ended")}
    return (
        f"Work: {parts['new']:,} new periods, {parts['extended']:,} longer, {parts['ended']:,} "
        f"ended. Allocated workers: {n['new']:,} new, {n['moved']:,} of them after somebody else, "
        f"{n['ended']:,} ended with nobody after them."
    )


def _reviews_in_words(summary: Summary) -> str:
    n = summary["reviews"]
    return (
        f"Reviews: {n['read']:,} read: {n['loaded']:,} new, {n['changed']:,} corrected. Of the new "
        f"ones, {n['not_coded']:,} carry no code. {n['to_settle']:,} stand beside another code of "
        "the same child and day: someone has to settle which is right."
    )


def _closings_in_words(summary: Summary) -> list[str]:
    n = summary["closings"]
    if not n["whole"]:
        return ["Nobody is closed: the extract was not read from end to end."]
    if not n["children"]:
        return []
    many = f"{n['children']:,} of {n['of']:,} children with open work are not in it any more"
    if n["wait"]:
        return [f"{many}. That is a lot at once, so their work stays open until somebody agrees."]
    verb = "would end" if summary["dry_run"] else "ended"
    return [f"{many}: their work {verb}. Nothing of theirs is deleted."]
