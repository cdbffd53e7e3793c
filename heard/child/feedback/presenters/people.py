"""What people of a form are called."""

from datetime import date
from typing import Any

from heard.child.feedback.models import Form
from heard.child.feedback.queries import helpers_of
from heard.child.people.presenters import called

NOBODY = "the team’s manager"


def person_of(form: Form) -> str:
    """Return the name of the person who fills the form in."""
    if form.kind == "worker":
        return form.asked_by.name
    return form.adult.name if form.adult else called(form.child)


def helpers_words(form: Form, day: date) -> dict[str, str]:
    """Return the names that the pages need: who asks, the worker, and who sees the numbers."""
    worker, manager = helpers_of(form.child, day)
    name = worker.name if worker else NOBODY
    seers = [w.name for w in (worker, manager) if w is not None]
    return {
        "asker": form.asked_by.name,
        "worker": name,
        "manager": manager.name if manager else "",
        "seers": " and ".join(dict.fromkeys(seers)) or "The team’s manager",
    }


def pages_of(form: Form, day: date) -> dict[str, Any]:
    """Return what each page of filling in shows: whose form, who asks, and the look."""
    return {"person": person_of(form), "who": helpers_words(form, day)}
