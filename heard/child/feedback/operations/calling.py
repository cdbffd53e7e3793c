"""The button "I need someone soon": it does not wait until the form is handed in."""

from datetime import datetime
from uuid import UUID

from heard.child.feedback.models import Form
from heard.child.feedback.rules import clean_words
from heard.child.voice.models import Said
from heard.child.voice.operations import Words, say
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.clock import LONDON


@operation("feedback.called")
def call_someone(
    *, form: UUID, id: UUID, words: str, by: Actor, at: datetime, audit: Recorder
) -> Said:
    """Tell the worker, the manager and the duty team now that this person needs someone soon.

    What they wrote beside it is said at once, under its own `id`; the same id again changes
    nothing. The form goes on.
    """
    row = Form.objects.select_for_update().get(pk=form)
    if not row.soon:
        row.soon = True
        row.save(update_fields=["soon"])
    audit(subject=("form", str(form)), child=str(row.child_id))
    said = Words(
        way="form",
        words=clean_words(words),
        happened_on=at.astimezone(LONDON).date(),
        adult=row.adult_id,
        language=row.language,
        audience="worker" if row.adult_id else "helping",
        not_parents=row.adult_id is None,
        soon=True,
    )
    return say(id=id, child=row.child_id, said=said, written_by=None, by=by, at=at)
