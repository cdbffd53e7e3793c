"""Many children and their work at once: what imports compare with, and how they bring in."""

from datetime import datetime

import polars as pl

from heard.child.people.models import Allocation, Child, Family, Identifier, Team, Work, Worker
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import digest, frame, insert_frame, update_frame

CHILD = ("authority_id", "birth_date", "birth_date_estimated", "sex", "ethnicity")
# What only case management systems know, and a statutory return does not say.
MORE = (
    *("given_name", "family_name", "expected_birth_date", "restricted", "disability", "family"),
)
WORK = ("child", "level", "start_date", "end_date")
WORKER = ("name", "authority_id", "team")
ALLOCATION = ("child", "worker", "start_date", "end_date")


def known_children() -> pl.DataFrame:
    """Return id and the fields of CHILD for every child in Heard."""
    return frame(Child.objects.all(), "id", *CHILD)


def known_children_in_full() -> pl.DataFrame:
    """Return id and the fields of CHILD and MORE for every child in Heard."""
    return frame(Child.objects.all(), "id", *CHILD, *MORE)


def known_identifiers(system: str) -> pl.DataFrame:
    """Return id, child and value of every id that a system has for a child."""
    return frame(Identifier.objects.filter(system=system), "id", "child", "value")


def known_work() -> pl.DataFrame:
    """Return id and the fields of WORK for every period of work in Heard."""
    return frame(Work.objects.all(), "id", *WORK)


def known_work_with_source() -> pl.DataFrame:
    """Return id, source and the fields of WORK for every period of work in Heard."""
    return frame(Work.objects.all(), "id", *WORK, "source")


def known_workers() -> pl.DataFrame:
    """Return id and the fields of WORKER for every worker in Heard."""
    return frame(Worker.objects.all(), "id", *WORKER)


def known_teams() -> pl.DataFrame:
    """Return id and name of every team in Heard."""
    return frame(Team.objects.all(), "id", "name")


def known_allocations() -> pl.DataFrame:
    """Return id, the fields of ALLOCATION and source for every allocation, ended or not."""
    return frame(Allocation.objects.all(), "id", *ALLOCATION, "source")


class WouldOpenWider(Exception):
    """An extract would take the restriction off a record: only a person may do that."""


def _refuse_to_open_wider(changed: pl.DataFrame) -> None:
    if "restricted" not in changed.columns:
        return
    opened = changed.filter(~pl.col("restricted"))["id"].to_list()
    restricted = frame(Child.objects.filter(restricted=True), "id")["id"]
    if set(opened) & set(restricted):
        raise WouldOpenWider


@operation("children.taken_in")
def take_in_children(
    *,
    new: pl.DataFrame,
    changed: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Add children (id, CHILD, any of MORE), and change those known (id, the fields that change).

    Raises WouldOpenWider before a record that is restricted would be opened by an extract.
    """
    _refuse_to_open_wider(changed)
    more = [name for name in MORE if name in new.columns]
    insert_frame(Child, new.select("id", *CHILD, *more), source=source)
    update_frame(Child, changed)
    counts = {"new": new.height, "changed": changed.height, "sha256": digest(new, changed)}
    audit(subject=("children", source), data=counts)


@operation("work.taken_in")
def take_in_work(
    *,
    new: pl.DataFrame,
    changed: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Add periods of work (id, WORK), and change known ones (id, end_date, perhaps start_date).

    Those that end are changed first: a new period may begin where an open one stood.
    """
    update_frame(Work, changed)
    insert_frame(Work, new.select("id", *WORK), source=source)
    counts = {"new": new.height, "changed": changed.height, "sha256": digest(new, changed)}
    audit(subject=("work", source), data=counts)


@operation("families.taken_in")
def take_in_families(
    *, new: pl.DataFrame, source: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Add families (id, name), before the children who belong to them."""
    insert_frame(Family, new.select("id", "name"))
    audit(subject=("families", source), data={"new": new.height, "sha256": digest(new)})


@operation("identifiers.taken_in")
def take_in_identifiers(
    *,
    new: pl.DataFrame,
    changed: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Keep the ids that the system `source` has for children (id, child, value).

    `changed` (id, child): a passing id that the system now has for another child.
    """
    update_frame(Identifier, changed)
    insert_frame(Identifier, new.select("id", "child", "value"), system=source)
    counts = {"new": new.height, "changed": changed.height, "sha256": digest(new, changed)}
    audit(subject=("identifiers", source), data=counts)


@operation("workers.taken_in")
def take_in_workers(
    *,
    teams: pl.DataFrame,
    new: pl.DataFrame,
    changed: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Add teams (id, name) and workers (id, WORKER), and change known workers (id, name, team)."""
    insert_frame(Team, teams.select("id", "name"))
    insert_frame(Worker, new.select("id", *WORKER))
    update_frame(Worker, changed)
    counts = {"teams": teams.height, "new": new.height, "changed": changed.height}
    audit(subject=("workers", source), data={**counts, "sha256": digest(teams, new, changed)})


@operation("allocations.taken_in")
def take_in_allocations(
    *,
    new: pl.DataFrame,
    changed: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Add allocations (id, ALLOCATION), and end known ones or open them again (id, end_date).

    Those that end are changed first: a child has one allocated worker at a time.
    """
    update_frame(Allocation, changed)
    insert_frame(Allocation, new.select("id", *ALLOCATION), source=source)
    counts = {"new": new.height, "changed": changed.height, "sha256": digest(new, changed)}
    audit(subject=("allocations", source), data=counts)
