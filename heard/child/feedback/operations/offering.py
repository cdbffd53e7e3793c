"""Offering a form: from now on the person was asked."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from heard.child.feedback.models import Form
from heard.child.feedback.operations.closed import refuse_when_closed
from heard.child.feedback.queries import work_began
from heard.child.meetings.queries import meetings_so_far
from heard.child.people.models import Child
from heard.child.voice.hooks import Asked, asked
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class Offer(NamedTuple):
    """Who is asked, with which form, by whom (a worker's id), how, and where.

    `adult` fills it in when it is not the child's. `plan` is the kind of plan that it asks about.
    """

    child: UUID
    kind: str
    key: str
    version: int
    language: str
    variant: str
    plan: str
    asked_by: UUID
    asked_as: str
    asked_on: date
    how: str
    adult: UUID | None = None
    meeting: UUID | None = None
    interpreter_language: str = ""
    in_room: str = ""
    conversation: str = ""


@operation("feedback.offered")
def offer_form(*, id: UUID, offer: Offer, by: Actor, at: datetime, audit: Recorder) -> Form:
    """Offer a form under the id that the client gave; the same id again changes nothing.

    A child or young person asked by their worker or a provider was asked from this moment (2c):
    an asking that is not finished until it is declined or talked over.
    """
    form, new = Form.objects.get_or_create(id=id, defaults=_fields(offer, at))
    audit(subject=("form", str(id)), child=str(offer.child), data={"new": new, "how": offer.how})
    if new:
        tell_asked(form, by, at)
    return form


def _fields(offer: Offer, at: datetime) -> dict[str, Any]:
    given = offer._asdict()
    links = {f"{name}_id": given.pop(name) for name in ("child", "adult", "meeting", "asked_by")}
    child = Child.objects.get(pk=offer.child)
    start = work_began(child, offer.asked_on)
    return {
        **given,
        **links,
        "days_since_start": (offer.asked_on - start).days if start else None,
        "meetings_so_far": meetings_so_far([child], start) if start else None,
        "state": "left_with_family" if offer.how == "left_with_family" else "offered",
        "offered_at": at,
    }


def tell_asked(form: Form, by: Actor, at: datetime) -> None:
    """Tell the count of askings (2c) of this form, or what became known of it later."""
    if form.kind in {"child", "young_person"} and form.asked_as in {"worker", "provider"}:
        declined = form.state == "declined"
        how = "declined" if declined else form.how
        asking = Asked(
            form.pk, form.child_id, form.asked_on, form.asked_as, form.kind, how, declined
        )
        asked(asking, by, at)


@operation("feedback.another_way")
def fill_in_another_way(
    *,
    form: UUID,
    how: str,
    interpreter_language: str = "",
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Form:
    """Fill an unfinished form in another way: left with the family, read out, on paper.

    Raises FormClosed once it was handed in or declined.
    """
    row = Form.objects.select_for_update().get(pk=form)
    refuse_when_closed(row)
    row.how, row.interpreter_language = how, interpreter_language
    if row.state in {"offered", "left_with_family"}:
        row.state = "left_with_family" if how == "left_with_family" else "offered"
    row.save(update_fields=["how", "interpreter_language", "state"])
    audit(subject=("form", str(form)), child=str(row.child_id), data={"how": how})
    tell_asked(row, by, at)
    return row
