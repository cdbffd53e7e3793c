"""Whoever chaired a review answers four plain questions, and can put the answers right."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.reviews import forms, operations, presenters, queries
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

POSTS = ["GET", "HEAD", "POST"]


@require_http_methods(POSTS)
@needs(P.CHAIR_REVIEWS)
def record_planned(request: StaffRequest, planned: UUID) -> HttpResponse:
    """Record how one child took part in a review that was planned."""
    return _answered(request, lambda at: queries.planned_one(request.user, planned, at))


@require_http_methods(POSTS)
@needs(P.CHAIR_REVIEWS)
def record(request: StaffRequest, child: UUID) -> HttpResponse:
    """Record a review of a child that this person chaired and nobody had planned."""
    return _answered(request, lambda at: queries.unplanned(request.user, child, at))


@require_http_methods(POSTS)
@needs(P.CHAIR_REVIEWS)
def put_right(request: StaffRequest, review: UUID) -> HttpResponse:
    """Answer again about a review that this person chaired; what stood before stays readable."""
    return _answered(request, lambda at: queries.recorded_one(request.user, review, at))


def _answered(request: StaffRequest, find: Any) -> HttpResponse:
    """Show the four questions about what `find` returns, or take the answers."""
    try:
        at = find(clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    first = forms.new_id() | presenters.as_form(at)
    asked: dict[str, Any] = {"name": presenters.called(at.child), "today": clock.today()}
    form = forms.ChairForm(request.POST or None, initial=first, **asked)
    if request.method == "POST" and form.is_valid():
        try:
            review = _record(request, at, form)
        except operations.RecordedMeanwhile as meanwhile:
            return _clash(request, at, asked, meanwhile)
        return redirect("reviews:one", review.pk)
    return _page(request, at, form, 422 if form.errors else 200)


def _record(request: StaffRequest, at: Any, form: forms.ChairForm) -> Any:
    sent = form.cleaned_data
    return operations.chair_review(
        id=sent["id"],
        child=at.child.pk,
        plan_type=sent["plan_type"],
        held_on=sent["held_on"],
        chair=at.chair.pk,
        answers=form.answers(),
        after=sent["after"],
        planned=at.planned.pk if at.planned else None,
        staff=request.user.pk,
        by=request.user.actor,
        at=clock.now(),
    )


def _clash(
    request: StaffRequest,
    at: Any,
    asked: dict[str, Any],
    meanwhile: operations.RecordedMeanwhile,
) -> HttpResponse:
    """Show what somebody else recorded beside what was typed here; sending again replaces it."""
    sent = request.POST.copy()
    sent["after"] = ",".join(str(row.pk) for row in meanwhile.rows)
    form = forms.ChairForm(sent, **asked)
    theirs = presenters.side_by_side(meanwhile.rows, asked["name"])
    return _page(request, at, form, 409, theirs)


def _page(
    request: StaffRequest, at: Any, form: forms.ChairForm, status: int, theirs: Any = ()
) -> HttpResponse:
    said = queries.said_since(request.user, at.child, at.held_on, clock.now())
    context = presenters.chair_page(at, clock.today()) | {
        "title": f"A review of {presenters.called(at.child)}",
        "form": form,
        "said": presenters.spoken(said, presenters.called(at.child)),
        "theirs": theirs,
        "clash": status == 409,
    }
    return render(request, "reviews/record.html", context, status=status)
