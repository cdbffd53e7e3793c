"""Reviews to come, and those whose child was not asked, as rows of a page."""

from collections.abc import Iterable
from typing import Any

from heard.child.people.presenters import LEVEL_WORDS, name_of
from heard.child.reviews.models import PlannedReview, Review
from heard.child.reviews.queries import Coming
from heard.foundations.ui.words import day


def coming_rows(coming: Iterable[Coming]) -> list[dict[str, Any]]:
    """Return each review to come: id, child, plan, day, who chairs, whether its day has passed."""
    return [
        {
            "id": str(one.id),
            "child": str(one.child.pk),
            "name": name_of(one.child),
            "plan": LEVEL_WORDS[one.plan_type],
            "day": day(one.due),
            "chair": one.chair,
            "overdue": one.overdue,
        }
        for one in coming
    ]


def held_rows(reviews: Iterable[Review]) -> list[dict[str, Any]]:
    """Return each review that was held: id, child, plan, day."""
    return [
        {
            "id": str(row.pk),
            "name": name_of(row.child),
            "plan": LEVEL_WORDS[row.plan_type],
            "day": day(row.held_on),
        }
        for row in reviews
    ]


def planned_facts(row: PlannedReview) -> list[tuple[str, str]]:
    """Return a planned review as facts: plan, day, chair."""
    plan = LEVEL_WORDS[row.plan_type]
    return [("Plan", plan), ("Planned for", day(row.due)), ("Chair", row.chair.name)]
