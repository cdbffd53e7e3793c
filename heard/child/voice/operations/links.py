"""One-use links and printed codes: made, opened in one browser, used, ended."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from heard.child.people.models import Child
from heard.child.voice.codes import browser_of, code_of, key_of
from heard.child.voice.models import DoorTries, Link
from heard.child.voice.queries.links import link_of_code, refuse_link
from heard.child.voice.rules import TRIES_WITHIN, lasts, way_refused
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.clock import LONDON
from heard.kernel.ages import age_on

A_DAY = timedelta(days=1)


class NotSafe(ValueError):
    """The safe-contact check, or the age of the person, speaks against this way; says why."""


class SafeCheck(NamedTuple):
    """How the link reaches the person, and what was asked before: who said what about it."""

    way: str
    words: str


@operation("link.made")
def make_link(
    *,
    id: UUID,
    purpose: str,
    subject: UUID,
    child: UUID,
    adult: UUID | None,
    check: SafeCheck,
    made_by: UUID,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> str:
    """Make a link after the safe-contact check; the ones before for the same thing end.

    Returns the code: only its keyed hash is kept. The same id again changes nothing. Raises
    NotSafe for a child's link on a phone (01-feedback.md: never to an adult's phone).
    """
    born = Child.objects.values_list("birth_date", flat=True).get(pk=child)
    age = age_on(born, at.astimezone(LONDON).date()) if born else None
    if why := way_refused(check.way, adult=adult is not None, age=age):
        raise NotSafe(why)
    if not Link.objects.filter(pk=id).exists():
        before = Link.objects.filter(purpose=purpose, subject=subject, used_at=None, ended_at=None)
        before.update(ended_at=at)
    fields = {
        "key": key_of(code_of(id)), "purpose": purpose, "subject": subject, "child_id": child,
        "adult_id": adult, "way": check.way, "safe_words": check.words, "made_by_id": made_by,
        "made_at": at, "expires_at": at + lasts(check.way),
    }  # fmt: skip
    link, _ = Link.objects.get_or_create(pk=id, defaults=fields)
    audit(subject=("link", str(id)), child=str(child), data={"purpose": purpose, "way": link.way})
    return code_of(id)


@operation("link.opened")
def open_link(*, code: str, cookie: str, by: Actor, at: datetime, audit: Recorder) -> Link:
    """Bind a link to the browser that opened it first. Raises LinkRefused.

    Whoever opens it in time has a day at least to finish.
    """
    link = Link.objects.select_for_update().get(pk=link_of_code(code).pk)
    refuse_link(link, cookie, at)
    if not link.opened_by:
        link.opened_by, link.opened_at = browser_of(cookie), at
        link.expires_at = max(link.expires_at, at + A_DAY)
        link.save(update_fields=["opened_by", "opened_at", "expires_at"])
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
def end_links(
    *, child: UUID, endings_too: bool = False, by: Actor, at: datetime, audit: Recorder
) -> int:
    """End every open link about a child: their work ended, or a person asked for it.

    The closing questions outlive the work, unless `endings_too`.
    """
    about = Q() if endings_too else ~Q(purpose="ending")
    ended = Link.objects.filter(about, child_id=child, used_at=None, ended_at=None)
    number = ended.update(ended_at=at)
    audit(subject=("child", str(child)), child=str(child), data={"links": number})
    return number


@operation("link.wrong_code")
def code_was_wrong(*, by: Actor, at: datetime, audit: Recorder) -> int:
    """Count a code that opens nothing, for the whole door; what was typed is not kept."""
    row, _ = DoorTries.objects.select_for_update().get_or_create(
        pk=1, defaults={"since": at, "count": 0}
    )
    if at - row.since >= TRIES_WITHIN:
        row.since, row.count = at, 0
    row.count += 1
    row.save(update_fields=["since", "count"])
    audit(subject=("door", "family"), data={"in_a_row": row.count})
    return row.count
