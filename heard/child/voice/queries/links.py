"""Reading links: what a code opens, in this browser, now."""

from datetime import datetime
from uuid import UUID

from django.utils.crypto import constant_time_compare

from heard.child.voice.codes import browser_of, code_of, key_of
from heard.child.voice.models import DoorTries, Link
from heard.child.voice.rules import MOST_TRIES, SHOWN_FOR, TRIES_WITHIN, LinkRefused


def link_of_code(code: str) -> Link:
    """Return the link of a code, in whatever state; LinkRefused("unknown") without one."""
    rows = Link.objects.select_related("child", "adult", "made_by")
    link = rows.filter(key=key_of(code)).first()
    if link is None:
        raise LinkRefused("unknown")
    return link


def opened_here(link: Link, cookie: str) -> bool:
    """Say whether this browser opened the link."""
    return bool(link.opened_by) and constant_time_compare(link.opened_by, browser_of(cookie))


def link_in(cookie: str, link: UUID, at: datetime) -> Link:
    """Return a link that this browser opened; LinkRefused says why it leads nowhere now."""
    row = Link.objects.select_related("child", "adult", "made_by").filter(pk=link).first()
    if row is None or not row.opened_by:
        raise LinkRefused("unknown")
    refuse_link(row, cookie, at)
    return row


def refuse_link(link: Link, cookie: str, at: datetime) -> None:
    """Raise LinkRefused if it opens nothing here and now.

    Another browser learns nothing of what became of it: that comes first.
    """
    if link.opened_by and not opened_here(link, cookie):
        raise LinkRefused("elsewhere")
    for gone, why in ((link.used_at, "used"), (link.ended_at, "ended")):
        if gone:
            raise LinkRefused(why)
    if link.expires_at <= at:
        raise LinkRefused("late")


def door_rests(at: datetime) -> bool:
    """Say whether so many wrong codes came of late that the door looks at none for now."""
    row = DoorTries.objects.filter(pk=1).first()
    return row is not None and row.count >= MOST_TRIES and at - row.since < TRIES_WITHIN


def slip_of(staff: UUID, link: UUID, at: datetime) -> tuple[Link, str]:
    """Return a link and its code to whoever made it, for 15 minutes and until it is opened.

    Raises LinkRefused.
    """
    rows = Link.objects.select_related("child", "adult", "made_by")
    row = rows.filter(pk=link, made_by=staff).first()
    if row is None:
        raise LinkRefused("unknown")
    if row.opened_by or row.ended_at or at - row.made_at > SHOWN_FOR:
        raise LinkRefused("used")
    return row, code_of(row.pk)
