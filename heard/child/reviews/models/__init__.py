"""Reviews held, reviews to come, what the chair answered, and what the child said afterwards."""

from heard.child.reviews.models.after import QUESTIONS, AfterReview
from heard.child.reviews.models.planned import PlannedReview
from heard.child.reviews.models.recorded import Recorded
from heard.child.reviews.models.review import SCHEMES, SSDA903_CODES, VOICE_CODES, Review

__all__ = [
    "QUESTIONS",
    "SCHEMES",
    "SSDA903_CODES",
    "VOICE_CODES",
    "AfterReview",
    "PlannedReview",
    "Recorded",
    "Review",
]
