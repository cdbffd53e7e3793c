"""Bringing in an Annex A workbook or a CIN census: all of it in one transaction, or nothing."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from heard.child.people import intake as people
from heard.edges.imports.child_rows.plan import Plan, make_plan
from heard.edges.imports.child_rows.summary import refusal, summary_of
from heard.edges.imports.models import ImportRun
from heard.edges.imports.operations import deciding, quarantine
from heard.edges.imports.operations.alone import one_at_a_time
from heard.edges.imports.operations.runs import (
    RefusedExtract,
    Sent,
    files_sent,
    loaded_run,
    say_what_came_of_it,
)
from heard.edges.imports.progress import Tell, silent
from heard.edges.integrations.systems.annex_a import read_annex_a
from heard.edges.integrations.systems.child_rows import Extract
from heard.edges.integrations.systems.cin import read_census
from heard.edges.integrations.tables.findings import CannotRead
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.clock import LONDON
from heard.foundations.deployment.queries import deployment

READERS: dict[str, Callable[[Path], Extract]] = {"annex_a": read_annex_a, "cin": read_census}
NOTHING = {
    "annex_a": "None of the lists 6 to 9 of Annex A were found. Give the workbook (.xlsx).",
    "cin": "No children of a CIN census were found. Give its XML file.",
}


def look_at(kind: str, path: Path, today: date, tell: Tell = silent) -> dict[str, Any]:
    """Return what bringing it in would change. Raises RefusedExtract; changes nothing."""
    extract = _read(kind, path, tell, dry_run=True)
    tell("Comparing with what Heard has", 60)
    plan = make_plan(extract, kind, today)
    newly_aside = quarantine.new_rows(plan.quarantined).height
    return summary_of(kind, plan, newly_aside, dry_run=True)


def bring_in(
    kind: str,
    path: Path,
    by: Actor,
    at: datetime,
    run: ImportRun | None = None,
    tell: Tell = silent,
) -> dict[str, Any]:
    """Bring it in and say what changed. Raises RefusedExtract; then nothing changed."""
    extract = _read(kind, path, tell, dry_run=False)
    return _load(
        kind=kind, extract=extract, files=files_sent(path), run=run, tell=tell, by=by, at=at
    )


look_at_annex_a, look_at_census = (partial(look_at, kind) for kind in ("annex_a", "cin"))
bring_in_annex_a, bring_in_census = (partial(bring_in, kind) for kind in ("annex_a", "cin"))


def _read(kind: str, path: Path, tell: Tell, *, dry_run: bool) -> Extract:
    tell("Reading the files", 5)
    try:
        extract = READERS[kind](path)
    except CannotRead as error:
        raise RefusedExtract(refusal(kind, Extract(), error.reason, dry_run=dry_run)) from error
    why = _why_refused(kind, extract)
    if why:
        raise RefusedExtract(refusal(kind, extract, why, dry_run=dry_run))
    return extract


def _why_refused(kind: str, extract: Extract) -> str:
    """A file of another authority, or nothing at all."""
    own = deployment().code
    if own and extract.authority and extract.authority != own:
        return (
            f"The file is of the authority {extract.authority[:10]}; this Heard is of {own}. "
            "Check which file it is."
        )
    if extract.rows or extract.aside or extract.left:
        return ""
    return (
        " ".join(f"{one.file} is refused: {one.reason}" for one in extract.refused)
        or (NOTHING[kind])
    )


@operation("imports.child_rows_loaded")
def _load(
    *,
    kind: str,
    extract: Extract,
    files: Sent,
    run: ImportRun | None,
    tell: Tell,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> dict[str, Any]:
    one_at_a_time()
    tell("Comparing with what Heard has", 45)
    plan = make_plan(extract, kind, at.astimezone(LONDON).date())
    kept = loaded_run(kind, files, run, by, at)
    _take_in(plan, tell, {"source": kind, "by": by, "at": at})
    tell("Keeping the rows that were set aside", 90)
    aside = quarantine.new_rows(plan.quarantined)
    quarantine.set_aside(aside, kept)
    quarantine.let_go(plan.loaded, by, at)
    deciding.found(plan.children.others, kind, at)
    summary = summary_of(kind, plan, aside.height, dry_run=False)
    say_what_came_of_it(kept, summary)
    parts = ("tables", "children", "work", "workers", "allocations", "quarantine")
    counts = {name: summary[name] for name in parts}
    audit(subject=("import", str(kept.pk)), data={"kind": kind, "files": files, "counts": counts})
    return summary


def _take_in(plan: Plan, tell: Tell, who: dict[str, Any]) -> None:
    tell("Bringing in the children", 55)
    children, workers, given = plan.children, plan.workers, plan.workers.allocations
    if children.new.height or children.changed.height:
        people.take_in_children(new=children.new, changed=children.changed, **who)
    tell("Bringing in their plans", 65)
    for part in plan.work.values():
        if part.new.height or part.changed.height:
            people.take_in_work(new=part.new, changed=part.changed, **who)
    tell("Bringing in their workers", 75)
    if workers.teams.height or workers.new.height:
        people.take_in_workers(
            teams=workers.teams, new=workers.new, changed=workers.new.clear(), **who
        )
    if given.new.height or given.changed.height:
        people.take_in_allocations(new=given.new, changed=given.changed, **who)
