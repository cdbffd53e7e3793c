"""The authority's own wordings of forms: one is added, or offered no more; none ever changes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from heard.child.feedback.definitions.checking import WordingRefused, checked
from heard.child.feedback.models import OwnWording
from heard.child.feedback.queries.wordings import next_version
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.kernel.languages import name_of


@operation("feedback.wording_added")
def add_wording(
    *, id: UUID, content: dict[str, Any], added_by: UUID, by: Actor, at: datetime, audit: Recorder
) -> OwnWording:
    """Keep a wording under the id that the client gave, and offer it from now on.

    The same id again changes nothing. `added_by` is the account of whoever adds it. Raises
    WordingRefused with all that is wrong, and where its version is not higher than the last.
    """
    row = OwnWording.objects.filter(pk=id).first() or _add(id, content, added_by, at)
    data = {"key": row.key, "version": row.version, "language": row.language}
    audit(subject=("wording", str(id)), data=data)
    return row


def _add(id: UUID, content: dict[str, Any], added_by: UUID, at: datetime) -> OwnWording:
    read = checked(content)
    least = next_version(read.key, read.language)
    taken = WordingRefused(
        f"The last version of this form in {name_of(read.language)} is {least - 1}. Use {least} "
        "or more."
    )
    if read.version < least:
        raise taken
    named = {"key": read.key, "version": read.version, "language": read.language}
    who: dict[str, Any] = {"added_by_id": added_by, "added_at": at}
    try:
        with transaction.atomic():
            return OwnWording.objects.create(id=id, kind=read.kind, content=content, **named, **who)
    except IntegrityError as meanwhile:
        raise taken from meanwhile


@operation("feedback.wording_withdrawn")
def withdraw_wording(*, id: UUID, by: Actor, at: datetime, audit: Recorder) -> OwnWording:
    """Offer a wording no more; forms that were asked with it stay, and read as before.

    The same again changes nothing.
    """
    row = OwnWording.objects.select_for_update().get(pk=id)
    data = {"key": row.key, "version": row.version, "language": row.language}
    audit(subject=("wording", str(id)), data=data)
    if row.withdrawn_at is None:
        row.withdrawn_at = max(at, row.added_at)  # the clocks of two machines differ
        row.save(update_fields=["withdrawn_at"])
    return row
