"""Bringing in an SSDA903 return: all of it in one transaction, or nothing."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from heard.child.people.intake import take_in_children, take_in_work
from heard.child.reviews.intake import take_in_reviews
from heard.edges.imports.models import ImportRun
from heard.edges.imports.operations import quarantine
from heard.edges.imports.operations.alone import one_at_a_time
from heard.edges.imports.operations.runs import (
    RefusedExtract,
    Sent,
    files_sent,
    loaded_run,
    say_what_came_of_it,
)
from heard.edges.imports.progress import Tell, silent
from heard.edges.imports.queries import set_aside_reviews
from heard.edges.imports.ssda903.gathered import Gathered, gather
from heard.edges.imports.ssda903.plan import Plan, make_plan
from heard.edges.imports.ssda903.summary import refusal, summary_of
from heard.edges.imports.words_to_codes import keep_words
from heard.edges.integrations.systems.ssda903 import SOURCES, Reading, read_return
from heard.edges.integrations.tables.findings import CannotRead
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.clock import LONDON

SOURCE = "ssda903"
NOTHING = "No children, reviews or episodes of an SSDA903 return were found. Give its CSV files or "
NOTHING += "its XML file."


def look_at_return(path: Path, today: date, tell: Tell = silent) -> dict[str, Any]:
    """Return what bringing in the return would change. Raises RefusedExtract; changes nothing."""
    found = _gathered(path, today, tell, dry_run=True)
    tell("Comparing with what Heard has", 60)
    plan = make_plan(found, set_aside_reviews())
    newly_aside = quarantine.new_rows(plan.quarantined).height
    return summary_of(found, plan, newly_aside, dry_run=True)


def bring_in_return(
    path: Path, by: Actor, at: datetime, run: ImportRun | None = None, tell: Tell = silent
) -> dict[str, Any]:
    """Bring a return in and say what changed. Raises RefusedExtract; then nothing changed."""
    found = _gathered(path, at.astimezone(LONDON).date(), tell, dry_run=False)
    return _load(found=found, files=files_sent(path), run=run, tell=tell, by=by, at=at)


def _gathered(path: Path, today: date, tell: Tell, *, dry_run: bool) -> Gathered:
    tell("Reading the files", 5)
    try:
        reading = read_return(path)
    except CannotRead as error:
        raise RefusedExtract(refusal(Reading(), error.reason, dry_run=dry_run)) from error
    if not set(SOURCES) & set(reading.tables):
        words = " ".join(f"{one.file} is refused: {one.reason}" for one in reading.refused)
        raise RefusedExtract(refusal(reading, words or NOTHING, dry_run=dry_run))
    tell("Sorting the rows out", 30)
    return gather(reading, today)


@operation("imports.ssda903_loaded")
def _load(
    *,
    found: Gathered,
    files: Sent,
    run: ImportRun | None,
    tell: Tell,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> dict[str, Any]:
    one_at_a_time()
    tell("Comparing with what Heard has", 45)
    plan = make_plan(found, set_aside_reviews())
    kept = loaded_run(SOURCE, files, run, by, at)
    _take_in(plan, tell, by, at)
    tell("Keeping the rows that were set aside", 90)
    aside = quarantine.new_rows(plan.quarantined)
    quarantine.set_aside(aside, kept)
    quarantine.let_go(plan.loaded, by, at)
    summary = summary_of(found, plan, aside.height, dry_run=False)
    say_what_came_of_it(kept, summary)
    counts = {name: summary[name] for name in ("children", "reviews", "episodes", "quarantine")}
    audit(subject=("import", str(kept.pk)), data={"files": files, "counts": counts})
    return summary


def _take_in(plan: Plan, tell: Tell, by: Actor, at: datetime) -> None:
    steps = (
        ("Bringing in the children", 55, take_in_children, plan.children),
        ("Bringing in the times in care", 60, take_in_work, plan.care),
    )
    for words, percent, take_in, part in steps:
        tell(words, percent)
        if part.new.height or part.changed.height:
            take_in(new=part.new, changed=part.changed, source=SOURCE, by=by, at=at)
    tell("Bringing in the reviews", 65)
    new = plan.reviews.new
    if new.height:
        take_in_reviews(new=new, changed=new.clear(), source=SOURCE, by=by, at=at)
        keep_words(plan.reviews.words, SOURCE)
