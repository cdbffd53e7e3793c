"""Many points and answers at once: what imports compare with, and how they bring in."""

from datetime import datetime

import polars as pl

from heard.child.evidence.models import Confirmation, Point
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import digest, frame, insert_frame, update_frame

POINT = ("kind", "authority_point_id", "child", "day")
CONFIRMATION = (
    *("kind", "authority_point_id", "child", "answer", "reason"),
    *("answered_on", "answered_by"),
)


def known_points() -> pl.DataFrame:
    """Return id and the fields of POINT for every point in Heard."""
    return frame(Point.objects.all(), "id", *POINT)


def known_confirmations() -> pl.DataFrame:
    """Return id, sequence and the fields of CONFIRMATION for every answer in Heard."""
    return frame(Confirmation.objects.all(), "id", *CONFIRMATION, "sequence")


@operation("points.taken_in")
def take_in_points(
    *,
    new: pl.DataFrame,
    changed: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Add points (id, POINT), and give known ones the day on which they completed (id, day)."""
    insert_frame(Point, new.select("id", *POINT), source=source)
    update_frame(Point, changed)
    counts = {"new": new.height, "changed": changed.height, "sha256": digest(new, changed)}
    audit(subject=("points", source), data=counts)


@operation("confirmations.taken_in")
def take_in_confirmations(
    *,
    new: pl.DataFrame,
    moved: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Add answers (id, CONFIRMATION, sequence), and move known ones (id, sequence).

    An answer moves when the file has it later among the answers of one day: of two on one day the
    later recorded counts (dataset rules, 2a).
    """
    update_frame(Confirmation, moved)
    insert_frame(Confirmation, new.select("id", *CONFIRMATION, "sequence"), source=source)
    counts = {"new": new.height, "moved": moved.height, "sha256": digest(new, moved)}
    audit(subject=("confirmations", source), data=counts)
