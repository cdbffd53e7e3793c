"""What people say about a draft: notes that explain it, and errors that the director accepts."""

from datetime import datetime
from uuid import UUID

from heard.authority.returns.models import (
    DRAFT,
    AcceptedError,
    ReturnCheck,
    ReturnNote,
    ReturnVersion,
)
from heard.authority.returns.rules.days import BadReturn, Changed
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation

FROZEN = "This version is not a draft any more, so nothing is added to it. Correct it instead."


def locked_draft(version_id: UUID) -> ReturnVersion:
    """Return the draft, locked until the transaction ends; BadReturn when it is none any more."""
    version = ReturnVersion.objects.select_for_update().get(pk=version_id)
    if version.state != DRAFT:
        raise BadReturn(FROZEN)
    return version


@operation("returns.explained")
def explain(
    *, version_id: UUID, about: str, text: str, by: Actor, at: datetime, audit: Recorder
) -> ReturnNote:
    """Add a note to a draft: about an item, about the whole, or why it corrects another version."""
    version = locked_draft(version_id)
    note = ReturnNote(version=version, about=about, text=text, by_id=by.id, by_name=by.name, at=at)
    note.save(force_insert=True)
    audit(subject=("return", str(version.id)), data={"about": about, "note": str(note.id)})
    return note


@operation("returns.error_accepted")
def accept_error(
    *,
    version_id: UUID,
    code: str,
    content_hash: str,
    reason: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> AcceptedError:
    """Accept an error of the draft that the director saw, with a reason.

    It holds for these figures and these records; built again with others, it has to be looked at
    again. A check that could not run is never accepted.
    """
    version = locked_draft(version_id)
    check = ReturnCheck.objects.filter(version=version, code=code, severity="error").first()
    if version.content_hash != content_hash or check is None:
        raise Changed("The draft was built again while you looked at it. Look at what it says now.")
    if not check.ran:
        raise BadReturn("A check that could not run cannot be accepted. Have it mended first.")
    accepted, _ = AcceptedError.objects.get_or_create(
        version=version,
        code=code,
        content_hash=content_hash,
        found=check.found,
        defaults={"reason": reason, "by_id": by.id, "by_name": by.name, "at": at},
    )
    audit(subject=("return", str(version.id)), data={"code": code, "content_hash": content_hash})
    return accepted
