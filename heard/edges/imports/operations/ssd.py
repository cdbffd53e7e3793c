"""Bringing an extract of the SSD in: all of it in one transaction, or nothing."""

from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from heard.child.people import intake as people
from heard.child.reviews.intake import take_in_reviews
from heard.edges.imports.known import decided_children, last_read
from heard.edges.imports.models import ImportRun, LastRead, WordsOfReview
from heard.edges.imports.operations import closings, deciding, quarantine
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
from heard.edges.imports.ssd.plan import SOURCE, Plan, make_plan
from heard.edges.imports.ssd.summary import refusal, summary_of
from heard.edges.imports.words_to_codes import Dictionary, keep_words
from heard.edges.integrations.systems.ssd import Database, Reading, Sorted, read_ssd, sort_out
from heard.edges.integrations.tables.findings import CannotRead
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.clock import LONDON
from heard.foundations.deployment.frames import insert_frame, new_ids

NOTHING = (
    "Without the table ssd_person nothing can be loaded: nobody could tell who the rows are about. "
    "Give the folder of the CSV files, each named after its table."
)


class Extract(NamedTuple):
    """An extract, sorted out, and the files that it came in."""

    found: Sorted
    sent: Sent


def look_at_extract(path: Path | Database, today: date, tell: Tell = silent) -> dict[str, Any]:
    """Return what bringing it in would change. Raises RefusedExtract; changes nothing."""
    found = _read(path, today, tell, dry_run=True).found
    tell("Comparing with what Heard has", 60)
    plan = _plan(found, today)
    newly_aside = quarantine.new_rows(plan.found.quarantined()).height
    return summary_of(plan, newly_aside, dry_run=True)


def bring_in_extract(
    path: Path | Database,
    by: Actor,
    at: datetime,
    run: ImportRun | None = None,
    tell: Tell = silent,
) -> dict[str, Any]:
    """Bring an extract in and say what changed. Raises RefusedExtract; then nothing changed."""
    extract = _read(path, at.astimezone(LONDON).date(), tell, dry_run=False)
    return _load(extract=extract, run=run, tell=tell, by=by, at=at)


def _read(path: Path | Database, today: date, tell: Tell, *, dry_run: bool) -> Extract:
    tell("Reading the tables", 5)
    try:
        reading = read_ssd(path)
    except CannotRead as error:
        raise RefusedExtract(refusal(Reading(), error.reason, dry_run=dry_run)) from error
    if "ssd_person" not in reading.tables:
        words = " ".join(f"{one.file} is refused: {one.reason}" for one in reading.refused)
        raise RefusedExtract(refusal(reading, words or NOTHING, dry_run=dry_run))
    tell("Sorting the rows out", 30)
    found = sort_out(reading, Dictionary(SOURCE).code_for, today)
    return Extract(found, reading.sent or files_sent(Path(str(path))))


def _plan(found: Sorted, today: date) -> Plan:
    return make_plan(found, last_read(SOURCE), set_aside_reviews(), decided_children(), today)


@operation("imports.ssd_loaded")
def _load(
    *,
    extract: Extract,
    run: ImportRun | None,
    tell: Tell,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> dict[str, Any]:
    one_at_a_time()
    tell("Comparing with what Heard has", 45)
    today = at.astimezone(LONDON).date()
    plan = _plan(extract.found, today)
    kept = loaded_run(SOURCE, extract.sent, run, by, at)
    _take_in(plan, tell, by, at)
    tell("Keeping the rows that were set aside", 90)
    aside = plan.found.quarantined()
    new_aside = quarantine.new_rows(aside)
    quarantine.set_aside(new_aside, kept)
    whole = [table for table in plan.found.fates if plan.found.reading.whole(table)]
    quarantine.let_go_of_others(aside, whole, by, at)
    closings.found(plan.closings, kept, by, at)
    deciding.found(plan.children.others, SOURCE, at)
    _remember(plan)
    summary = summary_of(plan, new_aside.height, dry_run=False)
    say_what_came_of_it(kept, summary)
    parts = ("children", "reviews", "work", "allocations", "workers", "closings", "quarantine")
    counts = {name: summary[name] for name in parts}
    audit(subject=("import", str(kept.pk)), data={"files": extract.sent, "counts": counts})
    return summary


def _take_in(plan: Plan, tell: Tell, by: Actor, at: datetime) -> None:
    who: Any = {"source": SOURCE, "by": by, "at": at}
    tell("Bringing in the children", 55)
    children, families = plan.children, plan.families
    if families.new.height:
        people.take_in_families(new=families.new, **who)
    if children.new.height or children.changed.height:
        people.take_in_children(new=children.new, changed=children.changed, **who)
    if families.of_child.height:
        people.take_in_children(new=children.new.clear(), changed=families.of_child, **who)
    if plan.identifiers.height:
        _identifiers(plan.identifiers, who)
    tell("Bringing in workers and work", 65)
    _workers_and_work(plan, who)
    tell("Bringing in the reviews", 75)
    _reviews(plan, who)


def _identifiers(rows: pl.DataFrame, who: Any) -> None:
    fresh = rows.filter(pl.col("id").is_null()).drop("id")
    people.take_in_identifiers(
        new=fresh.with_columns(new_ids(fresh.height)),
        changed=rows.drop_nulls("id").select("id", "child"),
        **who,
    )


def _workers_and_work(plan: Plan, who: Any) -> None:
    workers, allocations = plan.workers, plan.allocations
    if workers.teams.height or workers.new.height or workers.changed.height:
        people.take_in_workers(teams=workers.teams, new=workers.new, changed=workers.changed, **who)
    for periods in plan.work.values():
        if periods.new.height or periods.changed.height:
            people.take_in_work(new=periods.new, changed=periods.changed, **who)
    if allocations.new.height or allocations.changed.height:
        people.take_in_allocations(new=allocations.new, changed=allocations.changed, **who)


def _reviews(plan: Plan, who: Any) -> None:
    new, changed = plan.reviews.new, plan.reviews.changed
    if not new.height and not changed.height:
        return
    take_in_reviews(new=new, changed=changed, **who)
    WordsOfReview.objects.filter(review__in=changed["id"].to_list()).delete()
    keep_words(plan.reviews.words, SOURCE)


def _remember(plan: Plan) -> None:
    """Keep the fingerprint of what the extract says of each child."""
    rows = plan.fresh.select("child", "digest")
    for part in rows.iter_slices(quarantine.AT_ONCE):
        LastRead.objects.filter(source=SOURCE, child__in=part["child"].to_list()).delete()
    insert_frame(LastRead, rows.with_columns(new_ids(rows.height)), source=SOURCE)
