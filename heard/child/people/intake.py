"""Many children and their work at once: what imports compare with, and how they bring in."""

from datetime import datetime

import polars as pl

from heard.child.people.models import Child, Work
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import digest, frame, insert_frame, update_frame

CHILD = ("authority_id", "birth_date", "birth_date_estimated", "sex", "ethnicity")
WORK = ("child", "level", "start_date", "end_date")


def known_children() -> pl.DataFrame:
    """Return id and the fields of CHILD for every child in Heard."""
    return frame(Child.objects.all(), "id", *CHILD)


def known_work() -> pl.DataFrame:
    """Return id and the fields of WORK for every period of work in Heard."""
    return frame(Work.objects.all(), "id", *WORK)


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
    """Add children (id, CHILD), and change those known (id, and the fields that change)."""
    insert_frame(Child, new.select("id", *CHILD), source=source)
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
