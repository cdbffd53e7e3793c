"""What each field of a review is, how long it is kept, and how a copy is scrubbed."""

from heard.child.people.classification import CASE, DAY, ID, LINK, SOURCE, STAFF, WORDS
from heard.foundations.access.classified import Classified

CODE = Classified("How the child took part, as a code", CASE, "kept")
PART = Classified("How the child took part, as the chair answered", CASE, "kept")
ASKED = Classified("Which question after the review, and whether it was skipped", CASE, "kept")

CLASSIFIED = {
    "Review.id": ID,
    "Review.child": LINK,
    "Review.authority_review_id": Classified(
        "The authority's own id of the review", CASE, "made anew"
    ),
    "Review.plan_type": Classified("The kind of plan reviewed", CASE, "kept"),
    "Review.held_on": DAY,
    "Review.cancelled": Classified("Whether it was called off or set aside", CASE, "kept"),
    "Review.scheme": CODE,
    "Review.code": CODE,
    "Review.meaning": CODE,
    "Review.reason": WORDS,
    "Review.chair": LINK,
    "Review.source": SOURCE,
    "Review.replaced_by": LINK,
    "PlannedReview.id": ID,
    "PlannedReview.child": LINK,
    "PlannedReview.together": ID,
    "PlannedReview.plan_type": Classified("The kind of plan to review", CASE, "kept"),
    "PlannedReview.due": DAY,
    "PlannedReview.chair": LINK,
    "PlannedReview.planned_at": DAY,
    "PlannedReview.called_off_at": DAY,
    "PlannedReview.called_off_why": WORDS,
    "Recorded.review": LINK,
    "Recorded.planned": LINK,
    **{
        f"Recorded.{name}": PART
        for name in ("chose_not_to", "there", "spoke", "own_way", "advocate_spoke", "views_came")
    },
    "Recorded.staff": STAFF,
    "Recorded.recorded_at": DAY,
    "AfterReview.id": ID,
    "AfterReview.review": LINK,
    "AfterReview.question": ASKED,
    "AfterReview.outcome": ASKED,
    "AfterReview.said": LINK,
    "AfterReview.recorded_at": DAY,
}
