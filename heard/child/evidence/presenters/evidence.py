"""The evidence about one child in words: what there is, one piece opened, what was answered."""

from collections.abc import Iterable
from typing import Any

from heard.child.evidence.models import Confirmation, Point
from heard.child.evidence.presenters.rows import ANSWERS, KINDS
from heard.child.evidence.queries import Gathered
from heard.child.people.presenters import LEVEL_WORDS, called
from heard.child.reviews.models import Review
from heard.child.voice.models import Said, Step
from heard.foundations.ui.words import day
from heard.kernel.codes import WORDS

WAYS = {
    "form": "in a feedback form",
    "talk": "in a talk",
    "car": "in the car",
    "text": "in a text message",
    "letter": "in a letter",
    "screenshot": "in a screenshot",
    "call": "on the phone",
    "drawing": "in a drawing",
    "meeting": "at a meeting",
    "after_review": "after a review",
    "ending": "when the work ended",
    "other": "in another way",
}
STEPS = {
    "heard": "Talked over",
    "passed_on": "Passed on to somebody who can act",
    "done": "Answered: something changed",
    "not_possible": "Answered: not possible, and why",
    "told": "The worker told them",
    "told_yes": "They say: yes, I was told",
    "told_not_yet": "They say: not yet",
}
RESPONDED = ("passed_on", "done", "not_possible", "told", "told_yes")
BY_HAND = "Imported: it names no evidence in Heard."


def point_words(point: Point) -> str:
    """Return what and when: "Assessment completed on 23 November 2026"."""
    return f"{KINDS[point.kind]} on {day(point.day)}"


def _title(row: Said) -> str:
    return f"Said {WAYS.get(row.way, '')} on {day(row.happened_on)}"


def cards(evidence: Gathered) -> list[dict[str, Any]]:
    """Return each thing said: id, how and when, what came of it. The words are one tap away."""
    return [
        {
            "id": str(row.pk),
            "title": _title(row),
            "steps": [_step(step) for step in row.steps.all() if step.move in STEPS],
        }
        for row in evidence.said
    ]


def _step(step: Step) -> str:
    return f"{STEPS[step.move]}, {day(step.happened_on)}"


def review_rows(reviews: Iterable[Review]) -> list[dict[str, str]]:
    """Return each review: id, plan and day, how the child took part."""
    return [
        {
            "id": str(row.pk),
            "title": f"{LEVEL_WORDS[row.plan_type]} review, {day(row.held_on)}",
            "part": WORDS.get(row.scheme, {}).get(row.code, "") or "Nothing is recorded",
        }
        for row in reviews
    ]


def choices(evidence: Gathered) -> dict[str, list[tuple[str, str]]]:
    """Return the pieces to name as evidence of heard, and of responded."""
    heard = [(f"said:{row.pk}", _title(row)) for row in evidence.said]
    responded = []
    for row in evidence.said:
        about = f"what they said on {day(row.happened_on)}"
        for step in row.steps.all():
            if step.move == "heard":
                heard.append((f"step:{step.pk}", f"{_step(step)}: {about}"))
            elif step.move in RESPONDED:
                responded.append((f"step:{step.pk}", f"{_step(step)}: {about}"))
    for one in evidence.reviews:
        title = f"{LEVEL_WORDS[one.plan_type]} review, {day(one.held_on)}"
        heard.append((f"review:{one.pk}", title))
    return {"heard": heard, "responded": responded}


def opened_piece(row: Said) -> dict[str, Any]:
    """Return one thing said with its words, and the words of every step of its loop."""
    return {
        "words": row.words,
        "who": called(row.child),
        "day": day(row.happened_on),
        "how": WAYS.get(row.way, ""),
        "steps": [part for step in row.steps.all() for part in _parts(step)],
    }


def _parts(step: Step) -> list[tuple[str, str]]:
    if step.move not in STEPS:
        return []
    talk = getattr(step, "talk", None)
    if talk is None:
        return [(_step(step), step.words or "no words were written")]
    more = (
        ("What was learned", talk.learned),
        ("What will change", talk.will_change),
        ("What cannot, and why", talk.cannot_change),
    )
    return [(_step(step), talk.about), *((name, words) for name, words in more if words)]


def answer_rows(answers: Iterable[Confirmation]) -> list[tuple[str, str]]:
    """Return the answers so far, the one that counts last, with what each names."""
    return [(f"{given.answered_by}, {day(given.answered_on)}", _given(given)) for given in answers]


def _given(given: Confirmation) -> str:
    parts = [ANSWERS[given.answer], given.reason]
    if given.source != "heard":
        parts.append(BY_HAND)
    elif given.answer == "yes":
        parts.append(
            f"names {given.heard_pieces} of heard and {given.responded_pieces} of responded to"
        )
        parts += [piece.reference for piece in given.evidence.all() if piece.reference]
    return "; ".join(filter(None, parts))
