"""The page on which a worker chooses whom to ask, how, and at which meeting."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from heard.child.feedback.definitions import for_kind
from heard.child.feedback.models import Form
from heard.child.feedback.presenters import words
from heard.child.feedback.presenters.people import person_of
from heard.child.feedback.queries import adults_now, level_on, meetings_lately
from heard.child.feedback.rules import HOW, KINDS, kind_for, variant_for
from heard.child.meetings.models import Meeting
from heard.child.people.models import Child, Worker
from heard.child.people.presenters import called
from heard.foundations.ui.words import moment
from heard.kernel.languages import OURS, names_of

Choices = list[tuple[str, str]]
CHILD, WORKER, NEW = "child", "worker", "new"


def choices_of(child: Child, worker: Worker, day: date) -> dict[str, Choices]:
    """Return what can be chosen on the page, by the name of its field."""
    adults = [(str(t.adult_id), f"{t.adult.name}, {t.relation}") for t in adults_now(child, day)]
    mine = (CHILD, called(child))
    lately = [(str(m.pk), _met(m)) for m in meetings_lately(worker, child, day)]
    return {
        "people": [mine, *adults, (WORKER, "My own reflection, for myself")],
        "child_form": list(words.FORMS.items()),
        "variant": list(words.VARIANTS.items()),
        "language": language_choices(),
        "meeting": [*lately, (NEW, "A meeting today that is not written down yet")],
        "kind": list(words.MEETINGS.items()),
        "conversation": list(words.CONVERSATIONS.items()),
        "there": [mine, *adults],
        "how": list(HOW.items()),
    }


def language_choices() -> Choices:
    """Return the languages of the forms; what is not there in one of them is asked in English."""
    kinds: dict[str, list[str]] = {}
    for kind in KINDS:
        for one in for_kind(kind):
            kinds.setdefault(one.language, []).append(kind)
    others = sorted((names_of(code), code) for code in kinds if code != OURS)
    there = [(code, f"{name}{_only(kinds[code])}") for name, code in others]
    return [(OURS, names_of(OURS)), *there]


def _only(kinds: list[str]) -> str:
    """Say which forms a language has, where it has not all that are asked of a family."""
    of_family = [words.SHORT[kind] for kind in kinds if kind in words.SHORT]
    missing = len(of_family) < len(words.SHORT)
    return f" (only {' and '.join(of_family or ['your own reflection'])})" if missing else ""


def _met(meeting: Meeting) -> str:
    return f"{words.MEETINGS[meeting.kind]}, {moment(meeting.happened_at)}"


def proposal(child: Child, day: date, choices: dict[str, Choices]) -> dict[str, Any]:
    """Return what is chosen when the page opens."""
    return {
        "people": [CHILD],
        "child_form": kind_for(child.birth_date, day),
        "variant": variant_for(level_on(child, day)),
        "language": OURS,
        "meeting": choices["meeting"][0][0],
        "kind": "visit",
        "conversation": "ordinary",
        "there": [CHILD],
        "how": "interpreter" if child.interpreter else "alone",
        "interpreter_language": child.language if child.interpreter else "",
    }


def unfinished_rows(forms: Iterable[Form]) -> list[dict[str, Any]]:
    """Return the forms that were begun and not handed in."""
    return [
        {"id": f.pk, "who": person_of(f), "day": f.asked_on, "state": words.STATES[f.state]}
        for f in forms
    ]
