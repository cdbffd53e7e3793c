"""One thing that waits, in words for a list."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from heard.child.people.presenters import called
from heard.child.voice.models import Said, TalkedOver
from heard.foundations.ui.words import day

STATES = {
    "open": "not talked over yet",
    "heard": "talked over, waits for an answer",
    "answered": "answered, not told yet",
}
WAYS = {"form": "a feedback form", "drawing": "a drawing", "letter": "a letter"}


class Item(NamedTuple):
    """One thing that waits. `promise`: what will change by `due`, blank where none was made."""

    id: UUID
    child: UUID
    name: str
    who: str
    words: str
    day: str
    what: str
    state: str
    promise: str
    due: str
    overdue: bool
    soon: bool
    holder: str


def item(row: Said, today: date) -> Item:
    """Return one thing that waits, with its words: for a page that may show them."""
    talk, who = _talk(row), row.adult.name if row.adult else called(row.child)
    promise = talk.will_change if talk and talk.by_when else ""
    return line(row, today)._replace(who=who, words=row.words, promise=promise)


def line(row: Said, today: date) -> Item:
    """Return one thing that waits for a list of a team: without its words, and without a talk."""
    return Item(
        id=row.pk,
        child=row.child_id,
        name=called(row.child),
        who="",
        words="",
        day=day(row.happened_on),
        what=WAYS.get(row.way, "something said"),
        state=STATES[row.state],
        promise="",
        due=day(row.answer_by),
        overdue=row.answer_by < today,
        soon=row.soon,
        holder=row.holder.name if row.holder else "nobody",
    )


def _talk(row: Said) -> TalkedOver | None:
    steps = [step for step in row.steps.all() if step.move == "heard"]
    return getattr(steps[-1], "talk", None) if steps else None
