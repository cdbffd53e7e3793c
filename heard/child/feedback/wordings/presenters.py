"""The wordings of the forms in words: the list, one of them, and how it is asked."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from heard.child.feedback.definitions import Definition, Question
from heard.child.feedback.presenters.filling import worded
from heard.child.feedback.rules import LOOKS
from heard.child.feedback.wordings.boxes import WORDINGS, Content, groups_of
from heard.child.feedback.wordings.forms import BoxesForm
from heard.child.feedback.wordings.queries import Listed
from heard.child.people.presenters import LEVEL_WORDS
from heard.foundations.ui.words import day
from heard.kernel.languages import name_of, names_of

KINDS = {
    "child": "With faces, for children up to 10",
    "young_person": "From 11",
    "adult": "For parents, carers, family and friends",
    "worker": "The worker’s own reflection",
}
# Who stands in the opening where it is shown and nobody is asked.
NAMES = {"worker": "Priya", "seers": "Priya and Ruth"}


def lines_of(wordings: dict[str, list[Listed]]) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Return for each kind its key, its words, and a line for each of its wordings."""
    return [(kind, KINDS[kind], _lines(wordings[kind])) for kind in KINDS]


def _lines(wordings: Iterable[Listed]) -> list[dict[str, Any]]:
    by_language = sorted(wordings, key=lambda w: (name_of(w.language), -w.version))
    return [line_of(one) for one in by_language]


def line_of(one: Listed) -> dict[str, Any]:
    """Return one wording in words."""
    return {
        "key": one.key,
        "version": one.version,
        "code": one.language,
        "kind": KINDS[one.key],
        "language": names_of(one.language),
        "short": name_of(one.language),
        "whose": f"{one.added_by}, {day(one.added_at)}" if one.id else "Comes with Heard",
        "state": _state(one),
        "may_withdraw": one.id is not None and one.withdrawn_at is None,
    }


def _state(one: Listed) -> str:
    if one.withdrawn_at:
        return f"Not offered since {day(one.withdrawn_at)}"
    return "Offered now" if one.offered else "A newer version is offered"


def as_it_is_asked(read: Definition) -> dict[str, Any]:
    """Return a whole form to look at: nothing can be answered on it."""
    names = {**NAMES, "plan": read.plans["CIN"]}
    return {
        "look": LOOKS[read.kind],
        "title": f"{KINDS[read.kind]}: {name_of(read.language)}",
        "worded": worded(read.language),
        "form_title": read.title,
        "opening": [sentence.format(**names) for sentence in read.opening],
        "plans": [(LEVEL_WORDS[level], words) for level, words in read.plans.items()],
        "faces": read.faces,
        "questions": [_question(one) for one in read.questions],
    }


def _question(one: Question) -> dict[str, Any]:
    asked: dict[tuple[str, str], list[str]] = {}
    for name, wording in one.wordings.items():
        asked.setdefault((wording.words, wording.simpler), []).append(WORDINGS[name])
    wordings = [
        {"when": _sentence(when), "words": words, "simpler": simpler}
        for (words, simpler), when in asked.items()
    ]
    return {"wordings": wordings, "scale": list(enumerate(one.scale, 1))}


def _sentence(when: list[str]) -> str:
    words = "; ".join(when)
    return words[:1].upper() + words[1:]


def groups(form: BoxesForm, content: Content) -> list[dict[str, Any]]:
    """Return the boxes of a form under their headings, each with the words that it had."""
    return [
        {
            "title": group.title,
            "hint": group.hint,
            "boxes": [(form[box.name], _beside(box, content)) for box in group.boxes],
        }
        for group in groups_of(content)
    ]


def _beside(box: Any, content: Content) -> Markup:
    """The words of the form that it is made from, in their language."""
    words = Markup("<span {}>{}</span>").format(worded(content["language"]), box.words)
    if not box.same_as:
        return words
    return words + Markup(" <br>Leave it empty where it is the same as the first wording above.")
