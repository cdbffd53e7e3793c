"""The manager decides, one child at a time, that asking is not appropriate; and ends it.

Heard proposes the unborn and the very young. There is no form that decides about two children.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.asking_due import forms, operations, presenters, queries
from heard.child.people.presenters import header
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7

POSTS = ["GET", "HEAD", "POST"]


@require_safe
@needs(P.CONFIRM_HEARD)
def proposals(request: StaffRequest) -> HttpResponse:
    """The children whom Heard proposes not to ask, each with the reason and one button."""
    found = queries.proposals(request.user, clock.now())
    context = {"title": "Not to be asked", "rows": presenters.proposal_rows(found)}
    return render(request, "asking_due/proposals.html", context)


@require_http_methods(POSTS)
@needs(P.CONFIRM_HEARD)
def decide(request: StaffRequest, child: UUID) -> HttpResponse:
    """Decide about one child; Heard fills in what it proposes, and the manager owns it."""
    try:
        row, proposed = queries.to_decide(request.user, child, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    first: dict[str, Any] = {"id": uuid7()}
    if proposed:
        first |= {"reason": proposed.reason, "until": proposed.until}
    form = forms.DecideForm(request.POST or None, today=clock.today(), initial=first)
    head = header(row, clock.today())
    context: dict[str, Any] = {"child": head, "form": form, "other": ()}
    context["title"] = f"Not to ask {head.name}"
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            _decide(request, child, form)
        except operations.AlreadyDecided as before:
            context["other"], status = presenters.decision_rows([before.row]), 409
        else:
            messages.success(request, f"Agreed: {head.name} is not asked for now.")
            return redirect("asking_due:of_child", child)
    return render(request, "asking_due/decide.html", context, status=status)


def _decide(request: StaffRequest, child: UUID, form: forms.DecideForm) -> None:
    operations.decide_not_to_ask(
        id=form.cleaned_data["id"],
        child=child,
        to_date=form.cleaned_data["until"],
        reason=form.cleaned_data["reason"],
        on=clock.today(),
        by=request.user.actor,
        at=clock.now(),
    )


@require_http_methods(POSTS)
@needs(P.CONFIRM_HEARD)
def end(request: StaffRequest, decision: UUID) -> HttpResponse:
    """End a decision: the child is asked again."""
    try:
        row = queries.one_decision(request.user, decision, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    form = forms.EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        who = {"by": request.user.actor, "at": clock.now()}
        why = form.cleaned_data["why"]
        try:
            operations.end_decision(decision=decision, why=why, on=clock.today(), **who)
        except operations.AlreadyDecided:
            messages.warning(request, "It had ended before you did this.")
        else:
            messages.success(request, "It has ended. The child is asked again.")
        return redirect("asking_due:of_child", row.child_id)
    head = header(row.child, clock.today())
    context = {"title": f"Ask {head.name} again", "child": head, "form": form}
    context["decision"] = presenters.decision_rows([row])[0]
    return render(request, "asking_due/end.html", context, status=422 if form.errors else 200)
