"""Many askings, talks and decisions at once: what imports compare with, how they bring in."""

from datetime import datetime

import polars as pl

from heard.child.asking_due.models import Asking, Exemption, Talk
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import digest, frame, insert_frame, update_frame

ASKING = (
    *("authority_asking_id", "child", "asked_on", "asked_by", "asked_of"),
    *("filled_in_how", "declined"),
)
TALK = ("asking", "talked_on")
EXEMPTION = ("child", "from_date", "to_date", "reason", "agreed_by", "agreed_on")


def known_askings() -> pl.DataFrame:
    """Return id and the fields of ASKING for every asking in Heard."""
    return frame(Asking.objects.all(), "id", *ASKING)


def known_talks() -> pl.DataFrame:
    """Return id and the fields of TALK for every talk in Heard."""
    return frame(Talk.objects.all(), "id", *TALK)


def known_exemptions() -> pl.DataFrame:
    """Return id and the fields of EXEMPTION for every decision in Heard."""
    return frame(Exemption.objects.all(), "id", *EXEMPTION)


@operation("askings.taken_in")
def take_in_askings(
    *,
    new: pl.DataFrame,
    changed: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Add askings (id, ASKING), and fill in how known ones were done (id, filled_in_how)."""
    insert_frame(Asking, new.select("id", *ASKING), source=source)
    update_frame(Asking, changed)
    counts = {"new": new.height, "changed": changed.height, "sha256": digest(new, changed)}
    audit(subject=("askings", source), data=counts)


@operation("talks.taken_in")
def take_in_talks(
    *, new: pl.DataFrame, source: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Add talks about askings (id, TALK)."""
    insert_frame(Talk, new.select("id", *TALK), source=source)
    audit(subject=("talks", source), data={"new": new.height, "sha256": digest(new)})


@operation("exemptions.taken_in")
def take_in_exemptions(
    *,
    new: pl.DataFrame,
    changed: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Add decisions that asking is not appropriate (id, EXEMPTION), and end known ones."""
    update_frame(Exemption, changed)
    insert_frame(Exemption, new.select("id", *EXEMPTION), source=source)
    counts = {"new": new.height, "changed": changed.height, "sha256": digest(new, changed)}
    audit(subject=("exemptions", source), data=counts)
