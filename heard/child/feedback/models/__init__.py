"""A form, what was answered, and what a worker noted about how it was filled in."""

from heard.child.feedback.models.answer import Answer
from heard.child.feedback.models.form import Form, HastyNote
from heard.child.feedback.models.own_wording import OwnWording

__all__ = ["Answer", "Form", "HastyNote", "OwnWording"]
