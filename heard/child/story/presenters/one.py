"""The page of one thing said: the words, who may see it, what happened, what may follow."""

from typing import Any, NamedTuple

from heard.child.people.permissions import Reason
from heard.child.story.presenters.steps import lines, loop
from heard.child.story.presenters.words import STATE_WORDS, audience, called, how, speaker
from heard.child.story.rules import can_follow
from heard.child.voice.models import Said
from heard.foundations.ui.words import day
from heard.kernel.loop import State


class Way(NamedTuple):
    """A way on from here: the name of its page, and the words on its button."""

    page: str
    words: str


def page(said: Said, reason: Reason, acts: bool) -> dict[str, Any]:
    """Return what the page shows. `acts`: this person may talk it over, answer or pass it on."""
    name = speaker(said)
    return {
        "title": f"What {name} said",
        "said": said,
        "name": name,
        "child_name": called(said.child),
        "how": how(said),
        "loop": loop(said),
        "lines": lines(said),
        "state": STATE_WORDS[said.state],
        "holder": holder(said),
        "audience": audience(said),
        "reason": reason.words,
        "acts": acts,
        "next": first_way(said) if acts else None,
        "others": other_ways(said) if acts else [],
    }


def holder(said: Said) -> str:
    """Return who has it now and by when they should answer; blank once nobody waits."""
    if State(said.state) not in {State.OPEN, State.HEARD, State.ANSWERED}:
        return ""
    if said.holder is None:
        return f"Nobody has it yet. Somebody should answer by {day(said.answer_by)}."
    return f"{said.holder.name} has it, to answer by {day(said.answer_by)}."


def first_way(said: Said) -> Way | None:
    """Return the step that comes next in the loop."""
    return {
        "open": Way("talk", "Talk it over"),
        "heard": Way("answer", "Say what changed, or why not"),
        "answered": Way("tell", f"I told {speaker(said)}"),
        "told": Way("their_word", f"Ask {speaker(said)}: were you told?"),
    }.get(said.state)


def other_ways(said: Said) -> list[Way]:
    """Return the other moves that may follow now."""
    ways = (
        ("passed_on", Way("pass_on", "Pass it on to somebody who can act")),
        ("done", Way("answer", "Say what changed, or why not")),
        ("withdrawn", Way("take_back", f"{speaker(said)} takes it back")),
        ("left", Way("left", "Leave it open: our work ended, or they are out of reach")),
    )
    first = first_way(said)
    can = [way for move, way in ways if can_follow(said.state, move)]
    return [way for way in can if first is None or way.page != first.page]
