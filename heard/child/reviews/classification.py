"""What each field of a review is, how long it is kept, and how a copy is scrubbed."""

from heard.child.people.classification import CASE, DAY, ID, LINK, SOURCE, WORDS
from heard.foundations.access.classified import Classified

CODE = Classified("How the child took part, as a code", CASE, "kept")

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
}
