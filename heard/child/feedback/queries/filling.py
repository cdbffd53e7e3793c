"""A form while it is being filled in: the answers so far, and forms that are not finished."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Max, QuerySet

from heard.child.feedback.models import Answer, Form
from heard.child.feedback.permissions import check_can_run
from heard.child.meetings.models import Meeting
from heard.child.meetings.queries import meetings_of
from heard.child.people.models import Child, Tie, Worker
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read

LATELY = timedelta(days=7)
A_DAY, A_LINK = timedelta(days=1), timedelta(days=15)
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


def forms_together(form: Form) -> list[Form]:
    """Return the other unfinished forms that the same worker asked on the tablet that day."""
    rows = Form.objects.filter(
        child=form.child, asked_by=form.asked_by, asked_on=form.asked_on, state__in=OPEN[:2]
    )
    away = ("paper", "left_with_family")
    others = rows.exclude(pk=form.pk).exclude(how__in=away).exclude(kind="worker")
    return list(others.select_related("child", "adult", "asked_by").order_by("pk"))


def meetings_lately(worker: Worker, child: Child, day: date) -> list[Meeting]:
    """Return this worker's meetings with the child in the last seven days, newest first."""
    rows = meetings_of(child).filter(worker=worker, happened_at__date__gte=day - LATELY)
    return list(rows[:3])


def adults_now(child: Child, day: date) -> list[Tie]:
    """Return the adults around the child on a day, with what they are to the child."""
    rows = Tie.objects.filter(child=child).exclude(until__lt=day).exclude(since__gt=day)
    return list(rows.select_related("adult").order_by("kind", "adult__name"))


def conversation_of(meeting: UUID) -> str:
    """Return what kind of conversation a meeting was."""
    return Meeting.objects.values_list("conversation", flat=True).get(pk=meeting)


def forms_left_behind(at: datetime) -> list[tuple[Form, datetime]]:
    """Return forms that were begun and left, each with the time of its last answer.

    For a day on the tablet; for as long as a link may last where it was left with the family.
    """
    begun = Form.objects.filter(state="answering").exclude(kind="worker")
    rows = begun.annotate(last=Max("answers__received_at")).filter(last__lt=at - A_DAY)
    return [
        (form, form.last)
        for form in rows.order_by("pk")
        if form.how != "left_with_family" or form.last < at - A_LINK
    ]
