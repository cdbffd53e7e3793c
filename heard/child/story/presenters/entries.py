"""One thing said, as the story shows it: the words themselves, and what came of them."""

from typing import Any, NamedTuple

from heard.child.feedback.presenters.context import form_words
from heard.child.feedback.queries import InContext
from heard.child.story.presenters.steps import Line, lines, loop
from heard.child.story.presenters.words import audience, how, speaker
from heard.child.voice.models import Said
from heard.child.voice.rules import still_open
from heard.foundations.ui.words import day


class Entry(NamedTuple):
    """One thing said. `loop`: the four steps; `lines`: every move since, with the talk."""

    id: str
    words: str
    who: str
    day: str
    how: str
    by_child: bool
    loop: dict[str, str]
    lines: list[Line]
    seen_by: str
    soon: bool
    open: bool
    form: dict[str, Any] | None


def entry(row: Said, form: InContext | None = None) -> Entry:
    """Return one thing said as the story shows it, with the form that it came from."""
    return Entry(
        id=str(row.pk),
        words=row.words,
        who=speaker(row),
        day=day(row.happened_on),
        how=how(row),
        by_child=row.speaker == "child",
        loop=loop(row),
        lines=lines(row),
        seen_by=audience(row),
        soon=row.soon,
        open=still_open(row.state),
        form=form_words(form) if form else None,
    )
