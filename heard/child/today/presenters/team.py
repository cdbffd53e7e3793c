"""A manager's list, and supervision."""

from collections.abc import Iterable
from typing import Any

from heard.child.feedback.presenters.context import form_words
from heard.child.feedback.queries import InContext
from heard.child.people.presenters import called
from heard.child.today.models import Brought
from heard.child.voice.models import Said
from heard.foundations.ui.words import day


def brought_rows(rows: Iterable[Brought]) -> list[dict[str, Any]]:
    """Return what a worker brings: whose, when, and what they want to think about."""
    return [
        {
            "id": row.pk,
            "said": row.said_id,
            "name": called(row.said.child),
            "day": day(row.brought_at),
            "about": row.about,
        }
        for row in rows
    ]


def talked_about(row: Said, form: InContext | None) -> dict[str, Any]:
    """Return one thing said, its form in its context, and every talk about it."""
    talks = [(s, s.talk) for s in row.steps.all() if s.move == "heard" and hasattr(s, "talk")]
    parts = ("What we talked about", "What I learned", "What will change", "What cannot, and why")
    return {
        "called": called(row.child),
        "who": row.adult.name if row.adult else called(row.child),
        "words": row.words,
        "day": day(row.happened_on),
        "shown": form_words(form) if form else None,
        "talks": [
            (
                day(step.happened_on),
                step.staff.name if step.staff else "",
                list(zip(parts, (t.about, t.learned, t.will_change, t.cannot_change), strict=True)),
            )
            for step, t in talks
        ],
    }
