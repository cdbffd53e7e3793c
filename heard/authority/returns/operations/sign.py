"""Signing freezes: what the director signs is what the analyst built and both looked at."""

from datetime import date, datetime
from uuid import UUID

from heard.authority.returns.models import DRAFT, SIGNED, Delegate, ReturnVersion
from heard.authority.returns.permissions import check_can_sign
from heard.authority.returns.queries.versions import barriers, items_again, seal
from heard.authority.returns.rules.days import BadReturn, Changed
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.kernel.return_spec.shapes import canonical


@operation("returns.signed")
def sign(
    *,
    version_id: UUID,
    staff: Staff,
    content_hash: str,
    seen: str,
    today: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> ReturnVersion:
    """Sign a draft and freeze it with its facts.

    `content_hash` and `seen` (queries.versions.seal) say what the signer looked at. Raises
    NotAllowed for who may not sign, Changed when the draft is not what they saw any more, and
    BadReturn while something stands in the way.
    """
    capacity = check_can_sign(staff, Delegate.objects.filter(staff=staff), today)
    version = ReturnVersion.objects.select_for_update().get(pk=version_id)
    _still_the_same(version, content_hash, seen)
    _nothing_in_the_way(version)
    version.state, version.signed_at, version.signed_as = SIGNED, at, capacity
    version.signed_by_id, version.signed_by_name = by.id, by.name
    version.save()
    said = {"year": version.year, "number": version.number, "content_hash": content_hash}
    audit(subject=("return", str(version.id)), data={**said, "as": capacity})
    return version


def _still_the_same(version: ReturnVersion, content_hash: str, seen: str) -> None:
    if version.state != DRAFT:
        raise Changed("This version is not a draft any more. Nothing was signed now.")
    if version.content_hash != content_hash:
        raise Changed(
            f"{version.built_by_name} built this draft again while you looked at it, and its "
            "figures changed. Nothing was signed. Look at what it says now, and sign that."
        )
    if seal(version) != seen:
        raise Changed(
            "A note, a check or an accepted error was added while you looked at this draft. "
            "Nothing was signed. Read it as it is now, and sign that."
        )


def _nothing_in_the_way(version: ReturnVersion) -> None:
    waiting = barriers(version)
    if waiting:
        raise BadReturn("This return cannot be signed yet. " + " ".join(waiting))
    if canonical(items_again(version)) != version.items:
        raise BadReturn(
            "The facts kept with this draft do not give its figures any more. Build it again; if "
            "that does not help, please report it as a fault of Heard."
        )
