"""A form that was handed in, in its context; numbers only for those who may see them (law 3)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from heard.child.feedback.models import Answer, Form
from heard.child.feedback.permissions import check_can_see_form, may_see_scores
from heard.child.people.permissions import NotYours
from heard.child.voice.models import Said
from heard.child.voice.permissions import Relations
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read

# A page answers both alike: there is nothing here for you.
NOT_FOUND = (Form.DoesNotExist, NotYours)


class Answered(NamedTuple):
    """The answer that counts for one question; `score` is None for whom it is not meant."""

    question: str
    state: str
    score: int | None
    words: str
    simpler_used: bool
    written_right: str


class InContext(NamedTuple):
    """A form with its answers by question, and whether the numbers stand in them."""

    form: Form
    answers: dict[str, Answered]
    with_scores: bool


def form_in_context(staff: Staff, form: UUID, at: datetime) -> InContext:
    """Return one form with its answers and context, as far as this person may see it.

    The numbers only for the child's worker and the worker's manager. Raises Form.DoesNotExist or
    NotYours; a page answers both alike. The look is written down first.
    """
    row = whole(Form.objects.filter(pk=form)).get()
    reason = check_can_see_form(staff, row, at)
    child, what = str(row.child_id), "feedback form"
    record_read(child=child, what=what, why=reason.words, by=staff.actor, at=at)
    return with_answers([(row, may_see_scores(staff, row, at))])[row.pk]


def form_of_said(
    staff: Staff, said: Said, at: datetime, known: Relations | None = None
) -> InContext | None:
    """Return the form that something said came from, or None. The caller wrote the look down."""
    return forms_of_said(staff, [said], at, known).get(said.pk)


def forms_of_said(
    staff: Staff, said: Iterable[Said], at: datetime, known: Relations | None = None
) -> dict[UUID, InContext]:
    """Return the forms of things said that this person may see, by the id of what was said.

    The caller wrote the look down, and shows one form at a time in its context. `known`: what this
    person is to the child, where all was said about one child and the caller asked already.
    """
    rows = whole(Form.objects.filter(said__in=[one.pk for one in said if one.way == "form"]))
    may: list[tuple[Form, bool]] = []
    for row in rows:
        try:
            check_can_see_form(staff, row, at, known)
        except NotYours:
            continue
        may.append((row, may_see_scores(staff, row, at, known)))
    return with_answers(may)


def whole(rows: QuerySet[Form]) -> QuerySet[Form]:
    """Return the rows with all that showing a form needs, in few queries."""
    named = rows.select_related(
        "child", "adult", "asked_by__team__manager", "meeting", "said__child", "said__holder"
    )
    return named.prefetch_related("hasty_notes__staff")


def with_answers(forms: list[tuple[Form, bool]]) -> dict[UUID, InContext]:
    """Return forms with their answers; True beside a form: with its numbers.

    The numbers of the other forms are not even read.
    """
    shown = {form.pk: InContext(form, {}, with_scores) for form, with_scores in forms}
    for with_scores in {with_scores for _, with_scores in forms}:
        of = [form.pk for form, with_ in forms if with_ is with_scores]
        rows = Answer.objects.filter(form__in=of).order_by("number")
        for a in rows if with_scores else rows.defer("score"):
            shown[a.form_id].answers[a.question] = _one(a, with_scores)
    return shown


def _one(a: Answer, with_scores: bool) -> Answered:
    score = a.score if with_scores else None
    return Answered(a.question, a.state, score, a.words, a.simpler_used, a.written_right)


def words_only(shown: InContext) -> InContext:
    """Return a form in its context without a number, for a page where numbers do not belong."""
    answers = {key: one._replace(score=None) for key, one in shown.answers.items()}
    return shown._replace(answers=answers, with_scores=False)
