"""Planning a review, and calling it off."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.people.presenters import header
from heard.child.reviews import forms, operations, presenters, queries
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.CHAIR_REVIEWS)
def plan(request: StaffRequest, child: UUID) -> HttpResponse:
    """Plan a review of a child, with others of the family in the same meeting."""
    try:
        found = queries.to_plan(request.user, child, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    form = forms.PlanForm(
        request.POST or None,
        chairs=[(str(worker.pk), worker.name) for worker in found.chairs],
        also=[(str(other.pk), presenters.called(other)) for other in found.others],
        today=clock.today(),
        initial={"together": uuid7(), "plan_type": found.level},
    )
    if request.method == "POST" and form.is_valid():
        _plan(request, child, form)
        messages.success(request, "The review is planned. Its chair finds it under Reviews.")
        return redirect("reviews:of_child", child)
    head = header(found.child, clock.today())
    context = {"title": f"Plan a review of {head.name}", "child": head, "form": form}
    return render(request, "reviews/plan.html", context, status=422 if form.errors else 200)


def _plan(request: StaffRequest, child: UUID, form: forms.PlanForm) -> None:
    sent = form.cleaned_data
    operations.plan_review(
        together=sent["together"],
        children=[child, *map(UUID, sent["also"])],
        plan_type=sent["plan_type"],
        due=sent["due"],
        chair=UUID(sent["chair"]),
        by=request.user.actor,
        at=clock.now(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.CHAIR_REVIEWS)
def call_off(request: StaffRequest, planned: UUID) -> HttpResponse:
    """Say that a planned review of one child will not be held, and why."""
    try:
        row = queries.to_call_off(request.user, planned, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    form = forms.CallOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        who = {"by": request.user.actor, "at": clock.now()}
        try:
            operations.call_off_planned(planned=planned, why=why, **who)
        except operations.AlreadyOver:
            messages.warning(request, "Somebody recorded this review, or called it off, before you")
        else:
            messages.success(request, "The review is called off.")
        return redirect("reviews:of_child", row.child_id)
    head = header(row.child, clock.today())
    context = {"title": "Call a review off", "child": head, "form": form}
    context["facts"] = presenters.planned_facts(row)
    return render(request, "reviews/call_off.html", context, status=422 if form.errors else 200)
