"""Pages of reviews: those of a child, those to chair, one of them, and the questions afterwards."""

from heard.child.reviews.views.after import after, after_question, after_thanks
from heard.child.reviews.views.chairing import put_right, record, record_planned
from heard.child.reviews.views.planning import call_off, plan
from heard.child.reviews.views.reading import fact, mine, of_child, one

__all__ = [
    "after",
    "after_question",
    "after_thanks",
    "call_off",
    "fact",
    "mine",
    "of_child",
    "one",
    "plan",
    "put_right",
    "record",
    "record_planned",
]
