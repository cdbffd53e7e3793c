"""The steps of a loop in words: the four in a row, and every move with who and when."""

from typing import NamedTuple

from heard.child.story.presenters.words import WAY_WORDS, speaker
from heard.child.voice.models import Said, Step
from heard.foundations.ui.words import day


class Line(NamedTuple):
    """One move: the day, what it was, the words said with it, and facts of a talk."""

    day: str
    what: str
    words: str
    facts: tuple[tuple[str, str], ...]


def loop(said: Said) -> dict[str, str]:
    """Return the words of the four steps; those before a "not yet" are open again."""
    words = {
        "said": f"{day(said.happened_on)}, {WAY_WORDS[said.way]}",
        "heard": "",
        "done": "",
        "told": "",
    }
    for step in said.steps.all():
        when, who = day(step.happened_on), _who(step)
        if step.move == "told_not_yet":
            words |= {"heard": "", "done": "", "told": ""}
        elif step.move == "heard":
            words["heard"] = f"{when}, talked over with {who}"
        elif step.move in {"done", "not_possible"}:
            words["done"] = f"{when}: {'not possible' if step.move != 'done' else 'changed'}"
        elif step.move == "told":
            words["told"] = f"{when}, says {who}"
        elif step.move == "told_yes":
            words["told"] = f"{when}, {speaker(said)} says so too"
    return words


def lines(said: Said) -> list[Line]:
    """Return every move since it was said, the newest last, and each move to a new worker."""
    moves = [(s.recorded_at, _line(said, s)) for s in said.steps.all() if s.move != "said"]
    for moved in said.moved.all():
        to = moved.handover
        what = f"Moved to {to.after.name}, the new worker, to answer by {day(moved.due)}"
        moves.append((to.recorded_at, Line(day(to.on), what, "", ())))
    return [line for _, line in sorted(moves, key=lambda pair: pair[0])]


def _line(said: Said, step: Step) -> Line:
    words = "" if step.move == "heard" else step.words
    return Line(day(step.happened_on), _what(said, step), words, _talk(step))


def _what(said: Said, step: Step) -> str:
    name, who = speaker(said), _who(step)
    if step.move == "passed_on":
        told = "was told" if step.person_told else "was not told yet"
        to = step.to_worker.name if step.to_worker else ""
        return f"{who} passed it on to {to}, to answer by {day(step.due)}. {name} {told} who has it"
    return {
        "heard": f"{who} talked it over with {name}",
        "done": f"{who} says what changed",
        "not_possible": f"{who} says that it is not possible, because",
        "told": f"{who} says: I told {name}",
        "told_yes": f"{name} says: yes, I was told",
        "told_not_yet": f"{name} says: not yet. It is open again",
        "no_word": f"30 days without a word from {name}: only the worker says that it was told",
        "withdrawn": f"{name} took it back",
        "left": f"{who} left it open when our work ended. What was tried:",
    }[step.move]


def _who(step: Step) -> str:
    return step.staff.name if step.staff else ""


def _talk(step: Step) -> tuple[tuple[str, str], ...]:
    talk = getattr(step, "talk", None)
    if talk is None:
        return ()
    change = talk.will_change
    if change and talk.by_when:
        change = f"{change} (by {day(talk.by_when)})"
    rows = (
        ("What we talked about", talk.about),
        ("What I learned", talk.learned),
        ("What will change", change),
        ("What cannot, and why", talk.cannot_change),
    )
    return tuple(row for row in rows if row[1])
