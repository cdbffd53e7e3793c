"""The manager answers for one child at a time, with the evidence beside the question.

There is no page and no form that answers for two: each answer is about one point.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.evidence import forms, operations, presenters, queries
from heard.child.people.presenters import called, header
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7

ON_A_PAGE = 25


@require_safe
@needs(P.CONFIRM_HEARD)
def waiting(request: StaffRequest) -> HttpResponse:
    """What waits for this manager: assessments to authorise, and children to answer for."""
    at = clock.now()
    page = Paginator(queries.waiting(request.user, at), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "title": "Were they heard?",
        "page": page,
        "rows": presenters.waiting_rows(page),
        "assessments": presenters.assessment_rows(queries.assessments_waiting(request.user, at)),
    }
    return render(request, "evidence/waiting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.CONFIRM_HEARD)
def answer(request: StaffRequest, point: UUID) -> HttpResponse:
    """The question about one child, beside the evidence since their last point."""
    try:
        found = queries.at_point(request.user, point, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    asked: dict[str, Any] = {"name": called(found.point.child)}
    asked |= presenters.choices(found.evidence)
    last = str(found.answers[-1].pk) if found.answers else ""
    form = forms.AnswerForm(request.POST or None, initial={"id": uuid7(), "after": last}, **asked)
    if request.method == "POST" and form.is_valid():
        try:
            _confirm(request, point, form)
        except operations.AnsweredMeanwhile as meanwhile:
            sent = request.POST.copy()
            sent["after"] = str(meanwhile.last.pk)
            again = forms.AnswerForm(sent, **asked)
            return _page(request, found, again, 409, presenters.answer_rows([meanwhile.last]))
        messages.success(request, f"Your answer about {asked['name']} is kept.")
        return redirect("evidence:waiting")
    return _page(request, found, form, 422 if form.errors else 200)


def _confirm(request: StaffRequest, point: UUID, form: forms.AnswerForm) -> None:
    sent = form.cleaned_data
    operations.confirm(
        point=point,
        answer=sent["answer"],
        reason=sent["reason"].strip(),
        on=clock.today(),
        heard=form.pieces("heard"),
        responded=form.pieces("responded"),
        id=sent["id"],
        after=sent["after"],
        by=request.user.actor,
        at=clock.now(),
    )


def _page(
    request: StaffRequest, found: Any, form: forms.AnswerForm, status: int, theirs: Any = ()
) -> HttpResponse:
    child = found.point.child
    context = {
        "title": f"Was {called(child)} heard?",
        "child": header(child, clock.today()),
        "name": called(child),
        "point": str(found.point.pk),
        "what": presenters.point_words(found.point),
        "since": found.evidence.since,
        "cards": presenters.cards(found.evidence),
        "reviews": presenters.review_rows(found.evidence.reviews),
        "may_open": queries.readable_review(request.user, child, clock.now()),
        "answers": presenters.answer_rows(found.answers),
        "theirs": theirs,
        "form": form,
    }
    return render(request, "evidence/answer.html", context, status=status)


@require_safe
@needs(P.CONFIRM_HEARD)
def piece(request: StaffRequest, point: UUID, said: UUID) -> HttpResponse:
    """One thing that the child said and what came of it, opened from the open task."""
    try:
        row, found = queries.piece_of(request.user, point, said, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    context = {
        "title": f"What {called(row.child)} said",
        "name": called(row.child),
        "point": str(row.pk),
        "piece": presenters.opened_piece(found),
    }
    return render(request, "evidence/piece.html", context)
