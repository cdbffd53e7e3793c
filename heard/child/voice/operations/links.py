"""One-use links and printed codes: made, opened in one browser, used, ended."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from heard.child.voice.models import Link
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation

# No letters that are read as another (0 O, 1 I L, 5 S, 2 Z, 8 B): 25 signs, 15 of them: 69 bits.
SIGNS = "34679ACDEFGHJKMNPQRTUVWXY"
LENGTH = 15
LASTS = timedelta(days=14)


class LinkRefused(Exception):
    """The link opens nothing; `why` is "unknown", "elsewhere", "used", "late" or "ended"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def key_of(code: str) -> str:
    """Return the keyed hash of a code as typed: capitals, spaces and dashes do not matter."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return salted_hmac("heard.family-door", plain, algorithm="sha256").hexdigest()


def _browser(cookie: str) -> str:
    return salted_hmac("heard.family-browser", cookie, algorithm="sha256").hexdigest()


@operation("link.made")
def make_link(
    *,
    purpose: str,
    subject: UUID,
    child: UUID,
    adult: UUID | None,
    safe_words: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> str:
    """Make a link after the safe-contact check; the ones before for the same thing end.

    Returns the code, once: only its keyed hash is kept.
    """
    before = Link.objects.filter(purpose=purpose, subject=subject, used_at=None, ended_at=None)
    before.update(ended_at=at)
    plain = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    code = "-".join(plain[n : n + 5] for n in range(0, LENGTH, 5))
    link = Link.objects.create(
        key=key_of(code), purpose=purpose, subject=subject, child_id=child, adult_id=adult,
        safe_words=safe_words, made_at=at, expires_at=at + LASTS,
    )  # fmt: skip
    audit(subject=("link", str(link.pk)), child=str(child), data={"purpose": purpose})
    return code


def usable(code: str, cookie: str, at: datetime) -> Link:
    """Return the link of a code for this browser, or raise LinkRefused with why it is not."""
    link = Link.objects.filter(key=key_of(code)).first()
    if link is None:
        raise LinkRefused("unknown")
    if link.opened_by and not constant_time_compare(link.opened_by, _browser(cookie)):
        raise LinkRefused("elsewhere")
    for gone, why in ((link.ended_at, "ended"), (link.used_at, "used")):
        if gone:
            raise LinkRefused(why)
    if link.expires_at <= at:
        raise LinkRefused("late")
    return link


@operation("link.opened")
def open_link(*, code: str, cookie: str, by: Actor, at: datetime, audit: Recorder) -> Link:
    """Bind a link to the browser that opened it first. Raises LinkRefused."""
    link = Link.objects.select_for_update().get(pk=usable(code, cookie, at).pk)
    usable(code, cookie, at)  # once more, now that nobody else can change it
    if not link.opened_by:
        link.opened_by, link.opened_at = _browser(cookie), at
        link.save(update_fields=["opened_by", "opened_at"])
    audit(subject=("link", str(link.pk)), child=str(link.child_id))
    return link


@operation("link.used")
def use_link(*, link: UUID, by: Actor, at: datetime, audit: Recorder) -> Link:
    """What it was for is done: it opens nothing more."""
    row = Link.objects.select_for_update().get(pk=link)
    row.used_at = row.used_at or at
    row.save(update_fields=["used_at"])
    audit(subject=("link", str(link)), child=str(row.child_id))
    return row


@operation("link.ended")
def end_links(*, child: UUID, by: Actor, at: datetime, audit: Recorder) -> int:
    """End every open link about a child: their work ended, or a person asked for it."""
    ended = Link.objects.filter(child_id=child, used_at=None, ended_at=None).update(ended_at=at)
    audit(subject=("child", str(child)), child=str(child), data={"links": ended})
    return ended
