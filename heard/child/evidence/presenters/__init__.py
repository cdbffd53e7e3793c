"""Points, their evidence and their answers in words."""

from heard.child.evidence.presenters.evidence import (
    answer_rows,
    cards,
    choices,
    opened_piece,
    point_words,
    review_rows,
)
from heard.child.evidence.presenters.rows import (
    ANSWERS,
    KINDS,
    fact_rows,
    rows_of_child,
)
from heard.child.evidence.presenters.waiting import assessment_rows, sent_back_rows, waiting_rows

__all__ = [
    "ANSWERS",
    "KINDS",
    "answer_rows",
    "assessment_rows",
    "cards",
    "choices",
    "fact_rows",
    "opened_piece",
    "point_words",
    "review_rows",
    "rows_of_child",
    "sent_back_rows",
    "waiting_rows",
]
