"""A form while it is being filled in: the answers so far, and forms that are not finished."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from heard.child.feedback.models import Answer, Form
from heard.child.feedback.permissions import check_can_run
from heard.child.people.models import Child, Worker
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read

OPEN = ("offered", "answering", "left_with_family")


def answers_now(form: Form) -> dict[str, Answer]:
    """Return the answer that counts for each question: the last version."""
    return {a.question: a for a in form.answers.order_by("number")}


def form_to_fill_in(staff: Staff, form: UUID, at: datetime) -> Form:
    """Return a form that this person may hand over or enter; the look is written down.

    Raises Form.DoesNotExist or NotYours; a page answers both alike.
    """
    row = Form.objects.select_related("child", "adult", "meeting", "asked_by").get(pk=form)
    reason = check_can_run(staff, row, at)
    what, child = "feedback form", str(row.child_id)
    record_read(child=child, what=what, why=reason.words, by=staff.actor, at=at)
    return row


def forms_not_finished(staff: Staff, child: Child) -> QuerySet[Form]:
    """Return the forms that this person began to ask and nobody handed in, newest first."""
    rows = Form.objects.filter(child=child, asked_by__staff=staff, state__in=OPEN)
    return rows.select_related("adult").order_by("-asked_on", "-pk")


def my_reflections(staff: Staff, child: Child) -> QuerySet[Form]:
    """Return this worker's own reflections about their work with a child, newest first."""
    rows = Form.objects.filter(child=child, asked_by__staff=staff, kind="worker")
    return rows.filter(state="handed_in").order_by("-asked_on", "-pk")


def worker_of_staff(staff: Staff) -> Worker | None:
    """Return this member of staff as somebody who works with children."""
    return Worker.objects.filter(staff=staff).first()
