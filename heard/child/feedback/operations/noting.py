"""What a worker adds beside a form: a note on how it was filled in; sharing their reflection."""

from datetime import datetime
from uuid import UUID

from heard.child.feedback.models import Form, HastyNote
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("feedback.noted")
def note_hasty(
    *, id: UUID, form: UUID, words: str, staff: UUID, by: Actor, at: datetime, audit: Recorder
) -> HastyNote:
    """Note that the answers seem hasty or meant to please, under the worker's name.

    The person's answers stay as given. The same id again changes nothing.
    """
    row = Form.objects.get(pk=form)
    fields = {"form": row, "words": words, "staff_id": staff, "noted_at": at}
    note, _ = HastyNote.objects.get_or_create(id=id, defaults=fields)
    audit(subject=("form", str(form)), child=str(row.child_id))
    return note


@operation("feedback.reflection_shared")
def share_reflection(*, form: UUID, by: Actor, at: datetime, audit: Recorder) -> Form:
    """The worker shares their own reflection with their manager; it cannot be unseen."""
    row = Form.objects.select_for_update().get(pk=form, kind="worker", state="handed_in")
    row.shared_at = row.shared_at or at
    row.save(update_fields=["shared_at"])
    audit(subject=("form", str(form)), child=str(row.child_id))
    return row
