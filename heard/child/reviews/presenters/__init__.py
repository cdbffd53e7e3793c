"""Reviews in words: those of a child, one of them for its chair, and those to come."""

from heard.child.people.presenters import called
from heard.child.reviews.presenters.after import after_rows, asking
from heard.child.reviews.presenters.chairing import (
    as_form,
    chair_page,
    code_lines,
    side_by_side,
    spoken,
)
from heard.child.reviews.presenters.coming import coming_rows, held_rows, planned_facts
from heard.child.reviews.presenters.one import gone, others, review_facts
from heard.child.reviews.presenters.rows import (
    LISTS,
    code_words,
    fact_rows,
    rows_of_child,
)

__all__ = [
    "LISTS",
    "after_rows",
    "as_form",
    "asking",
    "called",
    "chair_page",
    "code_lines",
    "code_words",
    "coming_rows",
    "fact_rows",
    "gone",
    "held_rows",
    "others",
    "planned_facts",
    "review_facts",
    "rows_of_child",
    "side_by_side",
    "spoken",
]
