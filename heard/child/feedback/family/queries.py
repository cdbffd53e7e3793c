"""What a link is about: read through the door by the person whose it is, and written down."""

from datetime import datetime
from uuid import UUID

from heard.child.feedback.models import Form
from heard.child.voice.models import Link, Said, Step
from heard.child.voice.queries import whole
from heard.child.voice.queries.links import opened_here
from heard.child.voice.rules import LinkRefused
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.reads import record_read

OWN = "their own words, through their own link"


def form_of(link: Link) -> Form:
    """Return the form that a link opens."""
    rows = Form.objects.select_related("child", "adult", "asked_by", "said__holder")
    return rows.get(pk=link.subject)


def said_of(link: Link) -> Said:
    """Return what somebody said, with its steps, to them."""
    return whole(Said.objects.filter(pk=link.subject)).get()


def said_not_yet(link: Link) -> bool:
    """Say whether the person answered through this link that they were not told yet."""
    if link.purpose != "told" or link.used_at is None:
        return False
    steps = Step.objects.filter(said_id=link.subject, move="told_not_yet")
    return steps.filter(recorded_at=link.used_at).exists()


def look_written_down(link: Link, by: Actor, at: datetime) -> None:
    """Write down that somebody with this link looked at what it is about (law 7)."""
    record_read(child=str(link.child_id), what=f"link {link.pk}", why=OWN, by=by, at=at)


def done_with(cookie: str, link: UUID) -> Link:
    """Return a link that was used in this browser. Raises LinkRefused in any other."""
    row = Link.objects.select_related("child", "adult", "made_by").filter(pk=link).first()
    if row is None or row.used_at is None or not opened_here(row, cookie):
        raise LinkRefused("unknown")
    return row
