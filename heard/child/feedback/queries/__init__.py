"""Reading forms: every read starts from who asks, and is written down."""

from heard.child.feedback.queries.context import (
    NOT_FOUND,
    Answered,
    InContext,
    form_in_context,
    form_of_said,
    forms_of_said,
    words_only,
)
from heard.child.feedback.queries.filling import (
    adults_now,
    answers_now,
    conversation_of,
    form_to_fill_in,
    forms_left_behind,
    forms_not_finished,
    forms_together,
    meetings_lately,
    my_reflections,
    worker_of_staff,
)
from heard.child.feedback.queries.people import (
    Other,
    helpers_of,
    level_on,
    someone_else,
    work_began,
)
from heard.child.feedback.queries.shared import forms_for_the_family

__all__ = [
    "NOT_FOUND",
    "Answered",
    "InContext",
    "Other",
    "adults_now",
    "answers_now",
    "conversation_of",
    "form_in_context",
    "form_of_said",
    "form_to_fill_in",
    "forms_for_the_family",
    "forms_left_behind",
    "forms_not_finished",
    "forms_of_said",
    "forms_together",
    "helpers_of",
    "level_on",
    "meetings_lately",
    "my_reflections",
    "someone_else",
    "words_only",
    "work_began",
    "worker_of_staff",
]
