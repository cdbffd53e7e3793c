"""One recorded review as a page shows it, with the other children of the same meeting."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from heard.child.people.presenters import LEVEL_WORDS, called
from heard.child.reviews.models import PlannedReview, Review
from heard.child.reviews.presenters.chairing import answers_in_words
from heard.foundations.ui.words import day


def review_facts(review: Review, name: str) -> list[tuple[str, str]]:
    """Return what the chair answered about one review."""
    first = [("Plan", LEVEL_WORDS[review.plan_type]), ("Held on", day(review.held_on))]
    rest = answers_in_words(review, getattr(review, "recorded", None), name)
    return [*first, ("Chair", str(review.chair or "")), *rest]


def gone(review: Review) -> dict[str, str] | None:
    """Say why a review counts no more: put right later (then where), or not held after all."""
    if not review.cancelled:
        return None
    if review.replaced_by_id:
        return {"words": "It was put right later.", "href": str(review.replaced_by_id)}
    return {"words": "It was not held, or set aside.", "href": ""}


def others(rows: Iterable[tuple[PlannedReview, Review | None]], me: UUID) -> list[dict[str, Any]]:
    """Return the other children of the same meeting: name, and where to record or to look."""
    return [
        {
            "name": called(planned.child),
            "planned": str(planned.pk),
            "review": str(held.pk) if held else "",
            "mine": planned.chair.staff_id == me,
        }
        for planned, held in rows
    ]
