"""Keeping answers: each one is a version under an id of the device; none ever changes."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from heard.child.feedback.models import Answer, Form
from heard.child.feedback.operations.closed import FormClosed, refuse_when_closed
from heard.child.feedback.rules import check_score, clean_words
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation

__all__ = ["FormClosed", "Given", "keep_answer"]


class Given(NamedTuple):
    """An answer as the device has it: its own id and time. `score` is 1 to 5 or None."""

    id: UUID
    question: str
    state: str
    happened_at: datetime
    score: int | None = None
    words: str = ""
    simpler_used: bool = False
    written_right: str = ""


@operation("feedback.answered")
def keep_answer(
    *,
    form: UUID,
    given: Given,
    typed_by: UUID | None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Answer:
    """Keep one answer. The same id again changes nothing; a new id is the next version.

    `typed_by`: the member of staff who typed it for the person, None when they did themselves.
    Raises FormClosed, ScoreRefused or WordsRefused, each with what to do.
    """
    row = Form.objects.select_for_update().get(pk=form)
    known = Answer.objects.filter(pk=given.id, form=row).first()
    audit(subject=("form", str(form)), child=str(row.child_id), data={"question": given.question})
    if known is not None:
        return known
    refuse_when_closed(row)
    check_score(given.state, given.score)
    answer = _next_version(row, given, typed_by, at)
    if row.state != "answering":
        row.state = "answering"
        row.save(update_fields=["state"])
    return answer


def _next_version(form: Form, given: Given, typed_by: UUID | None, at: datetime) -> Answer:
    before = form.answers.filter(question=given.question).count()
    return Answer.objects.create(
        id=given.id,
        form=form,
        question=given.question,
        number=before + 1,
        state=given.state,
        score=given.score,
        words=clean_words(given.words),
        simpler_used=given.simpler_used,
        written_right=given.written_right,
        happened_at=given.happened_at,
        received_at=at,
        typed_by_id=typed_by,
    )
