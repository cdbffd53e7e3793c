"""Rules of feedback forms that need no database."""

from collections.abc import Iterable
from datetime import date, timedelta

from heard.kernel.ages import age_on

KINDS = ("child", "young_person", "adult", "worker")
# How a form was filled in (01-feedback.md); a number means nothing without it. In this order.
HOW = {
    "alone": "Alone on the tablet",
    "read_out": "The questions are read out",
    "talked_through": "Talked through instead of ticked",
    "interpreter": "With an interpreter",
    "symbols": "With symbols or signing",
    "paper": "Alone on paper, entered later",
    "left_with_family": "Left with the family",
}
# Somebody else writes for the person: "Did I write it right?" stands after the words.
WRITTEN_FOR = frozenset({"read_out", "talked_through", "interpreter", "symbols"})
STATES = ("offered", "left_with_family", "answering", "handed_in", "declined")
ANSWER_STATES = ("answered", "skipped", "not_asked", "not_applicable")
ASKED_AS = ("worker", "provider", "other")
SHARE_WHEN = ("now", "later", "someone_else")
RATHER = ("manager", "advocate", "chair")
WRITTEN_RIGHT = ("yes", "not_quite")
LOWEST, HIGHEST = 1, 5
MOST_WORDS = 65_536
FACES_UNTIL = 11
# The first version of an authority's own wording; those below it are Heard's.
OWN_FROM = 101
ONE_DAY, NO_DAY = timedelta(days=1), timedelta()
LOOKS = {"child": "child", "young_person": "young", "adult": "family", "worker": "staff"}


class WordsRefused(ValueError):
    """These words cannot be kept; the message says what to do."""


class ScoreRefused(ValueError):
    """A number from 1 to 5 stands only with an answered question."""


def kind_for(born: date | None, today: date) -> str:
    """Return the form that fits a child's age: faces until the 11th birthday, then 1 to 5."""
    young = born is not None and age_on(born, today) >= FACES_UNTIL
    return "young_person" if young else "child"


def variant_for(level: str) -> str:
    """Return "a" for higher concern (CIN, CP, in our care), "b" for Early Help and leaving care."""
    return "a" if level in {"CIN", "CP", "CLA"} else "b"


def clean_words(words: str) -> str:
    """Return words with the line breaks that the person saw; nothing else is changed.

    Raises WordsRefused for what no database keeps: NUL, and halves of a letter (lone surrogates).
    """
    if "\0" in words or any("\ud800" <= letter <= "\udfff" for letter in words):
        raise WordsRefused(
            "There is a sign in these words that cannot be kept. Take it out, or type it again."
        )
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    if len(plain) > MOST_WORDS:
        raise WordsRefused(f"These words are too long. Use up to {MOST_WORDS:,} letters.")
    return plain


def check_score(state: str, score: int | None) -> None:
    """Raise ScoreRefused unless the number is 1 to 5 and the question was answered, or is none."""
    if score is None:
        return
    if state != "answered" or not LOWEST <= score <= HIGHEST:
        raise ScoreRefused(f"A number from {LOWEST} to {HIGHEST} goes with an answered question.")


def state_of(score: int | None, words: str) -> str:
    """Return "answered" where there is a number or any word, else "skipped"."""
    return "answered" if score is not None or words.strip() else "skipped"


def began(periods: Iterable[tuple[date, date | None]], on: date) -> date | None:
    """Return the day on which the work open on a day began; None where none was open.

    Overlapping or touching periods, each (first day, last day or None), are one work.
    """
    start: date | None = None
    for first, last in sorted(periods, key=lambda period: period[0], reverse=True):
        until = start or on
        touches = last is None or last >= until - (ONE_DAY if start else NO_DAY)
        if first <= until and touches:
            start = first
    return start
