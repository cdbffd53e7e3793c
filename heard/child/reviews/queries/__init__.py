"""Every read of reviews: of a child, to come, one for its chair, one behind a figure."""

from heard.child.people.models import Child
from heard.child.reviews.models import PlannedReview
from heard.child.reviews.queries.around import (
    ToPlan,
    said_after,
    to_ask,
    to_call_off,
    to_plan,
    worker_now,
)
from heard.child.reviews.queries.chairing import (
    AtReview,
    also_there,
    one_review,
    planned_of,
    planned_one,
    recorded_one,
    said_since,
    unplanned,
)
from heard.child.reviews.queries.coming import (
    Coming,
    coming_of,
    coming_to_chair,
    not_asked,
    recorded_lately,
)
from heard.child.reviews.queries.opened import (
    NOT_FOUND as OPENED_NOT_FOUND,
)
from heard.child.reviews.queries.opened import (
    ReviewFact,
    RowOfReview,
    fact_page,
    reviews_of,
)

# A page answers all alike: there is nothing here for you.
NOT_FOUND = (*OPENED_NOT_FOUND, Child.DoesNotExist, PlannedReview.DoesNotExist)

__all__ = [
    "NOT_FOUND",
    "AtReview",
    "Coming",
    "ReviewFact",
    "RowOfReview",
    "ToPlan",
    "also_there",
    "coming_of",
    "coming_to_chair",
    "fact_page",
    "not_asked",
    "one_review",
    "planned_of",
    "planned_one",
    "recorded_lately",
    "recorded_one",
    "reviews_of",
    "said_after",
    "said_since",
    "to_ask",
    "to_call_off",
    "to_plan",
    "unplanned",
    "worker_now",
]
