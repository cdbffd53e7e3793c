"""Words for how, where and with whom a form was filled in."""

from heard.child.feedback.models import Form
from heard.child.feedback.rules import HOW, OWN_FROM
from heard.foundations.ui.words import plural
from heard.kernel.languages import name_of

CONVERSATIONS = {
    "ordinary": "An ordinary conversation",
    "first": "We met for the first time",
    "hard_message": "A hard message was given",
    "good_news": "There was good news",
    "ending": "Our work comes to its end",
    "other": "Something else",
}
MEETINGS = {
    "visit": "At home", "school": "At school", "office": "In the office", "outside": "Outside",
    "call": "On the phone or by video", "review": "At a review", "other": "Somewhere else",
}  # fmt: skip
FORMS = {
    "child": "Faces, for children up to 10",
    "young_person": "Numbers 1 to 5, from 11",
}
VARIANTS = {
    "a": "“why I am worried”: Child in Need, Child Protection, in our care",
    "b": "“why I am working with you”: Early Help, Family Support, leaving care",
}
STATES = {
    "offered": "not begun",
    "answering": "begun, not handed in",
    "left_with_family": "left with the family",
    "handed_in": "handed in",
    "declined": "said no",
}
# The forms that are asked of a family, in few words.
SHORT = {
    "child": "the form with faces",
    "young_person": "the form from 11",
    "adult": "the form for adults",
}
KIND_WORDS = {
    "child": "Feedback form with faces",
    "young_person": "Feedback form",
    "adult": "Feedback form",
    "worker": "Own reflection",
}


def how_words(form: Form) -> str:
    """Return how it was filled in: "with an interpreter (Tigrinya)"."""
    words = HOW.get(form.how, form.how)
    return f"{words} ({form.interpreter_language})" if form.interpreter_language else words


def wording_words(version: int, language: str) -> str:
    """Return the wording that a form was given on: "version 101, Welsh, your authority’s own"."""
    own = ", your authority’s own" if version >= OWN_FROM else ""
    return f"version {version}, {name_of(language)}{own}"


def context_rows(form: Form) -> list[tuple[str, str]]:
    """Return the context without which a number means nothing."""
    days, met = form.days_since_start, form.meetings_so_far
    return [
        ("How it was filled in", how_words(form)),
        ("Who else was in the room", form.in_room or "nobody else"),
        ("What kind of conversation", CONVERSATIONS.get(form.conversation, "")),
        ("Since the work began", plural(days, "day") if days is not None else ""),
        ("Meetings so far", str(met) if met is not None else ""),
        ("Wording", wording_words(form.version, form.language)),
    ]
