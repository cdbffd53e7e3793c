"""One thing said, in words for the story: the words themselves, and what came of them."""

from collections.abc import Iterable
from typing import NamedTuple

from heard.child.people.presenters import called
from heard.child.voice.models import Said, Step
from heard.child.voice.rules import still_open
from heard.foundations.ui.words import day

WAYS = {
    "form": "in a feedback form", "talk": "while we talked", "car": "in the car",
    "text": "in a text message", "letter": "in a letter", "screenshot": "in a message",
    "call": "on the phone", "drawing": "with a drawing", "meeting": "at a meeting",
    "after_review": "after the review", "ending": "when our work ended", "other": "",
}  # fmt: skip
STATES = {
    "withdrawn": "taken back",
    "left_open": "left open when our work ended",
    "closed_by_time": "nobody has said whether they were told",
}


class Loop(NamedTuple):
    """The four steps in words; blank where it has not happened."""

    said: str
    heard: str
    done: str
    told: str


class Entry(NamedTuple):
    """One thing said. `parts`: the talk under its headings. `further`: what else happened."""

    id: str
    words: str
    who: str
    day: str
    how: str
    lang: str
    by_child: bool
    loop: Loop
    parts: list[tuple[str, str]]
    further: list[str]
    seen_by: str
    soon: bool
    open: bool
    form: bool


def entry(row: Said) -> Entry:
    """Return one thing said as the story shows it."""
    steps = list(row.steps.all())
    return Entry(
        id=str(row.pk),
        words=row.words,
        who=speaker(row),
        day=day(row.happened_on),
        how=how(row),
        lang=row.language if len(row.language) <= 3 else "",
        by_child=row.speaker == "child",
        loop=loop(row, steps),
        parts=[part for step in steps for part in _talk(step)],
        further=list(_further(row, steps)),
        seen_by=seen_by(row),
        soon=row.soon,
        open=still_open(row.state),
        form=row.way == "form",
    )


def speaker(row: Said) -> str:
    """Return who said it."""
    return row.adult.name if row.adult else called(row.child)


def how(row: Said) -> str:
    """Return how it was said, and who wrote it down."""
    written = f"written down by {row.written_by.name}" if row.written_by else ""
    return ", ".join(filter(None, (WAYS[row.way], written)))


def loop(row: Said, steps: Iterable[Step]) -> Loop:
    """Return the four steps in words. "Not yet" opens it again: what was done is asked anew."""
    found = {"said": day(row.happened_on), "heard": "", "done": "", "told": ""}
    for step in steps:
        on = day(step.happened_on)
        if step.move == "told_not_yet":
            found |= {"done": "", "told": ""}
        elif step.move == "heard":
            found["heard"] = f"{on}, talked over{_by(step)}"
        elif step.move == "done":
            found["done"] = f"{on}: {step.words}"
        elif step.move == "not_possible":
            found["done"] = f"{on}: not possible, because {step.words}"
        elif step.move == "told":
            found["told"] = f"{on}{_by(step)}"
        elif step.move == "told_yes":
            found["told"] += f". {speaker(row)} says: yes, I was told"
    return Loop(**found)


def _by(step: Step) -> str:
    return f" by {step.staff.name}" if step.staff else ""


def _talk(step: Step) -> Iterable[tuple[str, str]]:
    talk = getattr(step, "talk", None)
    if talk is None:
        return
    by_when = f" (by {day(talk.by_when)})" if talk.by_when else ""
    parts = (
        ("What we talked about", talk.about),
        ("What your worker learned", talk.learned),
        (f"What will change{by_when}", talk.will_change),
        ("What cannot change, and why", talk.cannot_change),
    )
    yield from ((title, words) for title, words in parts if words)


def _further(row: Said, steps: Iterable[Step]) -> Iterable[str]:
    """Yield, in order, what the four steps do not say."""
    who = speaker(row)
    for step in steps:
        on, words = day(step.happened_on), f": {step.words}" if step.words else ""
        if step.move == "passed_on":
            told = f"{who} was told so" if step.person_told else f"{who} was not told yet"
            yield f"{on}: passed on to {step.to_worker}, by {day(step.due)}; {told}{words}"
        elif step.move == "told_not_yet":
            yield f"{on}: {who} says: not yet{words}. It is open again"
        elif step.move == "withdrawn":
            yield f"{on}: {who} took it back{words}"
        elif step.move == "left":
            yield f"{on}: left open when our work ended. What was tried{words}"
        elif step.move == "no_word":
            yield f"{on}: 30 days went by. Only the worker says that {who} was told"


def seen_by(row: Said) -> str:
    """Return who may see it, as its speaker chose."""
    names = [str(n) for n in row.named.all() if n.until is None]
    chosen = {
        "worker": "only the worker and the worker’s manager",
        "helping": "the people helping: the worker, the chair of reviews, the advocate",
        "named": f"people named: {', '.join(names) or 'nobody now'}",
    }[row.audience]
    return f"{chosen}. Not for parents or carers" if row.not_parents else chosen
