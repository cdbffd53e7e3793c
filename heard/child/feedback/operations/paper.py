"""A form that was filled in on paper, entered later."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from heard.child.feedback.models import Form
from heard.child.feedback.operations.answering import Given, keep_answer
from heard.child.feedback.operations.handing_in import LastPage, hand_in
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("feedback.entered_from_paper")
def enter_from_paper(
    *,
    form: UUID,
    given: Iterable[Given],
    last: LastPage,
    on: date,
    typed_by: UUID,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Form:
    """Enter all answers of a paper form at once: the same path, each answer under its own id."""
    who = {"by": by, "at": at}
    for one in given:
        keep_answer(form=form, given=one, typed_by=typed_by, **who)
    row = hand_in(form=form, last=last, on=on, **who)
    audit(subject=("form", str(form)), child=str(row.child_id))
    return row
