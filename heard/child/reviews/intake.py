"""Many reviews at once: what imports compare with, and how they bring in."""

from datetime import datetime

import polars as pl

from heard.child.reviews.models import Review
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import digest, frame, insert_frame, update_frame
from heard.kernel.codes import meaning

REVIEW = (
    *("authority_review_id", "child", "plan_type", "held_on", "cancelled"),
    *("code", "scheme", "reason"),
)


def known_reviews(plan_type: str = "") -> pl.DataFrame:
    """Return id, meaning and the fields of REVIEW for every review (of one plan type)."""
    reviews = Review.objects.filter(plan_type=plan_type) if plan_type else Review.objects.all()
    return frame(reviews, "id", *REVIEW, "meaning")


def known_reviews_with_source() -> pl.DataFrame:
    """Return id, meaning, source and the fields of REVIEW for every review."""
    return frame(Review.objects.all(), "id", *REVIEW, "meaning", "source")


def with_meaning(rows: pl.DataFrame) -> pl.DataFrame:
    """Add what each row's code means, comparable across schemes (kernel.codes.meaning)."""
    pairs = rows.select("scheme", "code").unique()
    meanings = [meaning(scheme, code) for scheme, code in pairs.iter_rows()]
    return rows.join(
        pairs.with_columns(pl.Series("meaning", meanings, pl.String)),
        on=["scheme", "code"],
        how="left",
        maintain_order="left",
    )


@operation("reviews.taken_in")
def take_in_reviews(
    *,
    new: pl.DataFrame,
    changed: pl.DataFrame,
    source: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Add reviews (id, REVIEW), and change known ones (id, code, scheme, reason, cancelled)."""
    insert_frame(Review, with_meaning(new.select("id", *REVIEW)), source=source)
    update_frame(Review, with_meaning(changed) if changed.height else changed)
    counts = {"new": new.height, "changed": changed.height, "sha256": digest(new, changed)}
    audit(subject=("reviews", source), data=counts)
