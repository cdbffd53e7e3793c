"""Handing a form in, or saying no to it."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from heard.child.feedback.models import Answer, Form
from heard.child.feedback.operations.closed import refuse_when_closed
from heard.child.feedback.operations.offering import tell_asked
from heard.child.feedback.queries import answers_now, someone_else
from heard.child.voice.operations import Words, say
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class LastPage(NamedTuple):
    """What the person chose at the end. `rather`: manager, advocate or chair, with someone_else.

    `audience` and `not_parents` say who may see the words; `shared_with_family` is their leave to
    show the form to the others of the family.
    """

    share_when: str = "now"
    rather: str = ""
    audience: str = "helping"
    not_parents: bool = True
    shared_with_family: bool = False


class NobodyThere(Exception):
    """The person whom they would rather talk to is not there (any more)."""


@operation("feedback.handed_in")
def hand_in(
    *, form: UUID, last: LastPage, on: date, by: Actor, at: datetime, audit: Recorder
) -> Form:
    """Hand a form in: its words stand in the loop from now on, under the id of the form.

    The same again changes nothing. `on`: the day on which the person did it. Raises FormClosed
    for a form that was declined, NobodyThere where `rather` names nobody who can answer.
    """
    row = Form.objects.select_for_update().get(pk=form)
    audit(subject=("form", str(form)), child=str(row.child_id))
    if row.state == "handed_in":
        return row
    refuse_when_closed(row)
    row.state, row.handed_in_at = "handed_in", at
    row.share_when, row.rather = last.share_when, last.rather
    row.shared_with_family = last.shared_with_family
    if row.kind != "worker":
        _say(row, last, on, by, at)
    row.save()
    return row


def _say(row: Form, last: LastPage, on: date, by: Actor, at: datetime) -> None:
    answers = list(answers_now(row).values())
    right = {a.written_right for a in answers}
    said = Words(
        way="form",
        words="\n\n".join(a.words for a in answers if a.words.strip()),
        happened_on=on,
        adult=row.adult_id,
        language=row.language,
        written_right="not_quite" if "not_quite" in right else "yes" if "yes" in right else "",
        **_who_sees(row, last, on),
    )
    row.said = say(
        id=row.pk, child=row.child_id, said=said, written_by=_typed_by(answers),
        meeting=row.meeting_id, by=by, at=at,
    )  # fmt: skip


def _who_sees(row: Form, last: LastPage, on: date) -> dict[str, Any]:
    if not last.rather:
        return {"audience": last.audience, "not_parents": last.not_parents}
    other = someone_else(row.child, on).get(last.rather)
    if other is None:
        raise NobodyThere(last.rather)
    named = {"audience": "named", "named": other.named, "holder": other.holder}
    return {**named, "not_parents": last.not_parents}


def _typed_by(answers: list[Answer]) -> UUID | None:
    return next((a.typed_by_id for a in answers if a.typed_by_id), None)


@operation("feedback.declined")
def decline(*, form: UUID, reason: str, by: Actor, at: datetime, audit: Recorder) -> Form:
    """Keep that the person said no: they were asked. A reason is theirs to give or not.

    The same again changes nothing. Raises FormClosed for a form that was handed in.
    """
    row = Form.objects.select_for_update().get(pk=form)
    audit(subject=("form", str(form)), child=str(row.child_id))
    if row.state == "declined":
        return row
    refuse_when_closed(row)
    row.state, row.declined_reason = "declined", reason
    row.save(update_fields=["state", "declined_reason"])
    tell_asked(row, by, at)
    return row
