"""Bringing in a folder of facts: the whole folder in one transaction, or nothing of it."""

from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl

from heard.child.asking_due import intake as asking_due
from heard.child.evidence import intake as evidence
from heard.child.people import intake as people
from heard.child.reviews import intake as reviews
from heard.edges.imports.facts_folder.faults import Faults
from heard.edges.imports.facts_folder.folder import Folder, RefusedFolder, read_facts
from heard.edges.imports.facts_folder.plan import Change, Plan, make_plan
from heard.edges.imports.facts_folder.summary import summary_of
from heard.edges.imports.models import ImportRun
from heard.edges.imports.operations.alone import one_at_a_time
from heard.edges.imports.operations.runs import (
    Sent,
    files_sent,
    loaded_run,
    say_what_came_of_it,
)
from heard.edges.imports.progress import Tell, silent
from heard.edges.imports.queries import set_aside_reviews
from heard.edges.imports.words_to_codes import keep_words
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation

SOURCE = "facts"


def look_at_facts(path: Path, tell: Tell = silent) -> dict[str, Any]:
    """Return what bringing in the folder would change. Raises RefusedFolder; changes nothing."""
    tell("Reading the files", 5)
    folder = read_facts(path)
    tell("Comparing with what Heard has", 60)
    return summary_of(folder, _plan(folder), dry_run=True)


def bring_in_facts(
    path: Path, by: Actor, at: datetime, run: ImportRun | None = None, tell: Tell = silent
) -> dict[str, Any]:
    """Bring in a folder and return what changed. Raises RefusedFolder; then nothing changed."""
    tell("Reading the files", 5)
    folder, files = read_facts(path), files_sent(path)
    return _load(folder=folder, files=files, run=run, tell=tell, by=by, at=at)


def _plan(folder: Folder) -> Plan:
    faults = Faults()
    plan = make_plan(folder.rows, set_aside_reviews(), faults)
    if len(faults):
        raise RefusedFolder(faults, folder.notes)
    return plan


@operation("imports.facts_loaded")
def _load(
    *,
    folder: Folder,
    files: Sent,
    run: ImportRun | None,
    tell: Tell,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> dict[str, Any]:
    one_at_a_time()
    tell("Comparing with what Heard has", 30)
    plan = _plan(folder)
    kept = loaded_run(SOURCE, files, run, by, at)
    for place, (file, change) in enumerate(plan.changes.items()):
        tell(f"Bringing in {file}", 45 + 5 * place)
        if change.new.height or change.changed.height:
            _take_in(file, change, by, at)
    summary = summary_of(folder, plan, dry_run=False)
    say_what_came_of_it(kept, summary)
    audit(subject=("import", str(kept.pk)), data={"files": files, "counts": summary["files"]})
    return summary


def _take_in(file: str, change: Change, by: Actor, at: datetime) -> None:
    if file == "talks":
        asking_due.take_in_talks(new=change.new, source=SOURCE, by=by, at=at)
        return
    if file == "confirmations":
        new, moved = change.new, change.changed
        evidence.take_in_confirmations(new=new, moved=moved, source=SOURCE, by=by, at=at)
        return
    take_in = {
        "children": people.take_in_children,
        "work": people.take_in_work,
        "assessments": evidence.take_in_points,
        "closures": evidence.take_in_points,
        "reviews": reviews.take_in_reviews,
        "askings": asking_due.take_in_askings,
        "exemptions": asking_due.take_in_exemptions,
    }[file]
    take_in(new=change.new, changed=change.changed, source=SOURCE, by=by, at=at)
    if file == "reviews":
        keep_words(change.new.select(pl.col("id").alias("review"), "text"), SOURCE)
