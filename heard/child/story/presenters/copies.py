"""A copy of a child's story on paper, made for one named person."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from django.template.loader import render_to_string

from heard.child.story.addresses import holds_contact, looks_like_contact
from heard.child.story.presenters.entries import Entry
from heard.child.story.presenters.story import story
from heard.child.story.queries.copies import Recipient
from heard.child.story.queries.story import Story
from heard.foundations.ui import paper

STYLE = Path(__file__).resolve().parent.parent / "data" / "story.css"


class Copy(NamedTuple):
    """What a copy shows; what was left out of it, and what a person must read first."""

    shown: dict[str, Any]
    left_out: list[Entry]
    to_read: list[Entry]

    @property
    def entries(self) -> int:
        """How many things said it holds."""
        return len(self.shown["own"]) + len(self.shown["others"])


def copy_of(found: Story, who: Recipient, contacts: list[str], today: date) -> Copy:
    """Return a copy for a person, without what says how to reach somebody else around the child.

    Only for the child and their family: those who work with them know it from their own files.
    """
    shown = story(found, today)
    if who.staff:
        return Copy(shown, [], [])
    left = [e for e in (*shown["own"], *shown["others"]) if holds_contact(_text(e), contacts)]
    out = {e.id for e in left}
    for part in ("own", "others"):
        shown[part] = [_told(e, who) for e in shown[part] if e.id not in out]
    shown["matters"] = [e for e in shown["matters"] if e.id not in out]
    shown |= _without_contacts(shown, contacts, who)
    to_read = [e for e in (*shown["own"], *shown["others"]) if looks_like_contact(_text(e))]
    return Copy(shown, left, to_read)


def _text(e: Entry) -> str:
    lines = (part for line in e.lines for part in (line.what, line.words, *sum(line.facts, ())))
    answers = [row["said"] for row in e.form["rows"]] if e.form else []
    return "\n".join((e.words, *answers, *lines))


def _told(e: Entry, who: Recipient) -> Entry:
    """Leave the talk with the child to the child: an adult is shown the four steps of it."""
    return e._replace(lines=[]) if who.adult and e.by_child else e


def _without_contacts(shown: dict[str, Any], contacts: list[str], who: Recipient) -> dict[str, Any]:
    """Return the parts at the top as this person may hold them: none for family but the worker."""
    if who.adult:
        return {"asked": [], "matters": [], "promises": [], "last_talk": None, "know": ""}
    talk, know = shown["last_talk"], shown["know"]
    return {
        "last_talk": None if talk and holds_contact(talk[1], contacts) else talk,
        "know": "" if holds_contact(know, contacts) else know,
        "promises": [p for p in shown["promises"] if not holds_contact(p[0], contacts)],
    }


def as_pdf(copy: Copy, who: Recipient, maker: str, today: date) -> bytes:
    """Return the copy as a tagged PDF; paper.Missing where this machine cannot make one."""
    context = {**copy.shown, "recipient": who, "maker": maker, "today": today}
    page = render_to_string("story/paper.html", context)
    identifier = hashlib.sha256(page.encode()).hexdigest()[:32].encode()
    return paper.make(page, style=STYLE, identifier=identifier)
