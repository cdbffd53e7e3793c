"""Handing the tablet over, and taking it back."""

from datetime import datetime
from uuid import UUID

from heard.child.feedback.models import Form, Lent
from heard.child.feedback.queries import key_of_session
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("feedback.handed_over")
def lend(
    *, session: str, forms: list[UUID], by: Actor, at: datetime, audit: Recorder
) -> list[UUID]:
    """Lock a session to these forms, in their order. A session that is lent stays as it is."""
    first = Form.objects.get(pk=forms[0])
    fields = {"forms": [str(form) for form in forms], "worker": first.asked_by, "lent_at": at}
    row, _ = Lent.objects.get_or_create(
        session=key_of_session(session), back_at=None, defaults=fields
    )
    audit(subject=("form", str(first.pk)), child=str(first.child_id))
    return [UUID(form) for form in row.forms]


@operation("feedback.given_back")
def take_back(*, session: str, by: Actor, at: datetime, audit: Recorder) -> None:
    """Unlock a session. The caller has seen that it is the worker."""
    back = Lent.objects.filter(session=key_of_session(session), back_at=None).update(back_at=at)
    audit(subject=("session", by.id), data={"given_back": back})
