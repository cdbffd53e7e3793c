"""Codes of what was said in words, for the pages of the loop."""

from collections.abc import Iterable

from heard.child.people.models import Child
from heard.child.voice.models import Said

WAY_WORDS = {
    "form": "in a feedback form",
    "talk": "face to face",
    "car": "in the car",
    "text": "in a text or message",
    "letter": "in a letter or card",
    "screenshot": "in a screenshot",
    "call": "on a call",
    "drawing": "about a drawing",
    "meeting": "in a meeting",
    "after_review": "after a review",
    "ending": "when our work ended",
    "other": "another way",
}
WRITTEN_WORDS = {
    "yes": "they say it is written right",
    "not_quite": "they say it is not quite right",
}
STATE_WORDS = {
    "open": "not talked over yet",
    "heard": "talked over, not answered yet",
    "answered": "answered, not told yet",
    "told": "told; their own word is not known yet",
    "closed": "told, and they say so themselves",
    "closed_by_time": "told, by the worker’s word only",
    "withdrawn": "taken back",
    "left_open": "left open when our work ended",
}

ENGLISH = {"en", "en-gb", "english"}


def called(child: Child) -> str:
    """Return what the child likes to be called, or the name or id that Heard has."""
    return child.known_as or child.given_name or child.family_name or child.authority_id


def speaker(said: Said) -> str:
    """Return the name of whoever said it."""
    return said.adult.name if said.adult else called(said.child)


def how(said: Said) -> str:
    """Return how it was said and written down: "in the car, written down by Priya"."""
    parts = [WAY_WORDS[said.way]]
    if said.language and said.language.lower() not in ENGLISH:
        parts.append(f"in {said.language}")
    if said.written_by:
        parts.append(f"written down by {said.written_by.name}")
    if said.written_right:
        parts.append(WRITTEN_WORDS[said.written_right])
    return ", ".join(parts)


def audience(said: Said) -> str:
    """Return who may see it, in words."""
    name = called(said.child)
    words = {
        "worker": "Only the worker, and the worker’s manager.",
        "helping": f"The people helping {name}: also the chair of reviews, and the advocate.",
        "named": f"Only whom they named: {named(said) or 'nobody yet'}.",
    }[said.audience]
    return f"{words} Parents and carers must not be told." if said.not_parents else words


def named(said: Said) -> str:
    """Return the names of those whom the speaker named, and has not taken back."""
    return listed(str(person) for person in said.named.all() if person.until is None)


def listed(names: Iterable[str]) -> str:
    """Join names as people do: "Dev, Priya and Ruth"."""
    *before, last = [*names] or [""]
    return f"{', '.join(before)} and {last}" if before else last
