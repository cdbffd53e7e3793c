"""Reviews whose participation is written in the authority's own words (scheme local).

Texts, plans, days and counts only: no child, no worker. For the person who maps words to codes.
"""

from datetime import date, datetime
from typing import NamedTuple

import polars as pl
from django.db.models import Count, Max, Min

from heard.child.reviews.intake import with_meaning
from heard.child.reviews.models import Review
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import digest, frame, update_frame

CODED = ("scheme", "code", "reason")


class OwnWords(NamedTuple):
    """One text of one source and kind of plan: how many reviews carry it, and when."""

    source: str
    text: str
    plan_type: str
    reviews: int
    first: date
    last: date


def own_words() -> list[OwnWords]:
    """Return every text that stands for a code, of the reviews that were held."""
    held = Review.objects.filter(scheme="local", cancelled=False).exclude(code="")
    counted = held.values_list("source", "code", "plan_type").order_by("source", "code")
    found = counted.annotate(n=Count("pk"), first=Min("held_on"), last=Max("held_on"))
    return [OwnWords(*row) for row in found]


def coded_reviews(source: str) -> pl.DataFrame:
    """Return id, held_on, plan_type, cancelled and CODED of every review that a source brought."""
    reviews = Review.objects.filter(source=source)
    return frame(reviews, "id", "held_on", "plan_type", "cancelled", *CODED)


@operation("reviews.recoded")
def recode(*, rows: pl.DataFrame, words: str, by: Actor, at: datetime, audit: Recorder) -> int:
    """Give reviews another code (id, CODED), because somebody said what their words mean.

    `words` names the decision. Returns how many were changed.
    """
    update_frame(Review, with_meaning(rows.select("id", *CODED)))
    given = rows.select("scheme", "code").unique().rows()
    data = {"reviews": rows.height, "given": given, "sha256": digest(rows)}
    audit(subject=("words", words), data=data)
    return rows.height
