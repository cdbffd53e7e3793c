"""What a person reads at the door: who asks and why; or why nothing opens."""

from datetime import date
from typing import Any, NamedTuple

from heard.child.feedback.models import Form
from heard.child.feedback.rules import LOOKS, kind_for
from heard.child.voice.models import Link, Said
from heard.foundations.ui.words import day
from heard.kernel.loop import State

# The same on each page of the door, as others see the tabs and the history of a phone.
TITLE = "A message"


class Message(NamedTuple):
    """A page of words: a heading, and sentences under it."""

    heading: str
    sentences: tuple[str, ...]


REFUSED = {
    "unknown": Message(
        "This does not open anything",
        (
            "Check that you have all of the link, or type the code from the paper.",
            "If it still does not open, ask your worker for a new one.",
        ),
    ),
    "elsewhere": Message(
        "This was opened somewhere else",
        (
            "It works only on the phone or computer where it was opened first. So nobody else "
            "can read your words.",
            "If that was not you, tell your worker and ask for a new one.",
        ),
    ),
    "not_here": Message(
        "This does not open here",
        (
            "A link works only on the phone or computer where it was opened first. So nobody else "
            "can read your words.",
            "Open it there, or type the code from the paper. If it was not you who opened it, ask "
            "your worker for a new one.",
        ),
    ),
    "late": Message(
        "This has run out",
        ("A link works for a short time only. Ask your worker for a new one.",),
    ),
    "ended": Message(
        "This is closed now",
        (
            "You may have a newer one, or our work together has ended.",
            "What you told us is safe. It is kept just as you said it.",
            "You can still talk to us: call the people you know here.",
        ),
    ),
    "resting": Message(
        "Please try again in a few minutes",
        ("Too many wrong codes came in. Nothing is lost: your code still works.",),
    ),
}
WHY = {
    "form": Message(
        "How is it going for you?",
        (
            "{who} would like to know.",
            "There are a few short questions. You can skip any of them.",
            "First you will read why we ask, and who will see it.",
        ),
    ),
    "told": Message(
        "You told us something",
        (
            "{who} says that you were told what came of it.",
            "We would like to hear that from you.",
        ),
    ),
    "ending": Message(
        "Before our work ends",
        (
            "{who} would like to hear how it was for you.",
            "There are three questions and no numbers. You can skip any of them.",
        ),
    ),
}

# Who will see it stands before the first question; a form says it on a page of its own.
SEEN_BY = {
    ("told", True): "The people who may read what you told us may read your answer too.",
    ("told", False): "The people who may read what you told us may read your answer too.",
    ("ending", True): "Only your worker and the manager read what you write.",
    ("ending", False): (
        "Your worker and the people helping you will read it. Your parents or carers will not."
    ),
}


def look_of(link: Link, today: date) -> str:
    """Return how the pages look: for the family, for a young person, or for a child."""
    if link.adult_id:
        return "family"
    return LOOKS[kind_for(link.child.birth_date, today)]


def invitation(link: Link) -> Message:
    """Return who asks, and why; nothing about the person, as previews of messages read it too."""
    heading, sentences = WHY[link.purpose]
    seen_by = SEEN_BY.get((link.purpose, link.adult_id is not None), "")
    said = [s.format(who=link.made_by.name) for s in sentences]
    return Message(heading, (*said, seen_by) if seen_by else tuple(said))


def page(look: str, **more: Any) -> dict[str, Any]:
    """Return what each page of the door is drawn with."""
    return {"title": TITLE, "look": look, **more}


MOVED_ON = Message(
    "Something has happened since",
    (
        "This is being looked at again, so there is nothing to answer now.",
        "Your worker will talk with you about it.",
    ),
)


def waits_for_a_word(said: Said) -> bool:
    """Say whether the person is the one who may speak next."""
    return State(said.state) is State.TOLD


def what_came_of(said: Said) -> dict[str, Any]:
    """Return their own words, the day, and what came of it in the words of who answered."""
    answers = [s for s in said.steps.all() if s.move in ("done", "not_possible")]
    last = answers[-1]
    return {
        "words": said.words,
        "said_on": day(said.happened_on),
        "possible": last.move == "done",
        "answer": last.words,
        "answered_by": str(last.staff or ""),
        "answered_on": day(last.happened_on),
    }


def thank_you(link: Link, form: Form | None, not_yet: bool) -> Message:
    """Return what happens next, when everything is said. `not_yet`: they were not told."""
    if form is not None and form.state == "declined":
        return Message("Thank you for telling us", ("You said no, and that is fine.",))
    if form is not None and form.said is not None:
        return Message("Thank you", _next(form.said, form.soon))
    if not_yet:
        return Message("Thank you for telling us", NOT_YET)
    if link.purpose == "told":
        return Message("Thank you", ("It is good to know that. Tell us more whenever you like.",))
    seen_by = SEEN_BY.get((link.purpose, link.adult_id is not None), "")
    kept = "What you said is kept just as you wrote it."
    return Message("Thank you", (kept, seen_by) if seen_by else (kept,))


NOT_YET = ("So we are not done. We look at it again, and somebody talks with you about it.",)


def _next(said: Said, soon: bool) -> tuple[str, ...]:
    who = said.holder.name if said.holder else "A manager"
    first = ("You asked for someone soon. People here were told at once.",) if soon else ()
    return (
        *first,
        f"{who} reads this.",
        f"You get an answer by {day(said.answer_by)}.",
    )


def until(link: Link) -> str:
    """Return the last day on which the link opens."""
    return day(link.expires_at)
