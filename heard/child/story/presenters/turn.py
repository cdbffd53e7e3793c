"""The page of one move: the words, what came of them so far, and how the page looks."""

from datetime import date
from typing import Any

from heard.child.feedback.presenters.context import form_words
from heard.child.feedback.queries.context import InContext
from heard.child.people.models import Child
from heard.child.story.presenters.steps import lines
from heard.child.story.presenters.words import how, speaker
from heard.child.story.rules import look_for
from heard.child.voice.models import Said
from heard.foundations.ui.words import day
from heard.kernel.ages import age_on


def page(said: Said, heading: str, today: date) -> dict[str, Any]:
    """Return what stands above the form of a move."""
    name = speaker(said)
    return {
        "said": said,
        "name": name,
        "title": heading.format(name),
        "said_day": day(said.happened_on),
        "how": how(said),
        "lines": lines(said),
        "answer": answer(said),
        "their_look": look(said, today),
    }


def form_shown(form: InContext | None) -> dict[str, Any]:
    """Return the feedback form as its own part shows it; None where it came another way."""
    return {"shown": form_words(form) if form else None}


def look(said: Said, today: date) -> str:
    """Return the look of the person's own screen: child, young or family."""
    return look_of(said.child, said.adult_id is not None, today)


def look_of(child: Child, adult: bool, today: date) -> str:
    """Return the look for the child of this age, or for an adult around them."""
    if adult:
        return "family"
    born = child.birth_date
    return look_for(age_on(born, today) if born else None)


def answer(said: Said) -> dict[str, Any] | None:
    """Return the last answer: whether something changed, and the words; None without one."""
    given = [s for s in said.steps.all() if s.move in {"done", "not_possible"}]
    if not given:
        return None
    return {"possible": given[-1].move == "done", "words": given[-1].words}


def since(said: Said, seen: int) -> dict[str, Any]:
    """Return what happened after the first `seen` steps, for whoever typed meanwhile."""
    later = lines(said)[max(seen - 1, 0) :]
    return {"said": said, "lines": later}
