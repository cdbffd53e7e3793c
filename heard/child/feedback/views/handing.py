"""The tablet in the hands of the person who answers, and taking it back."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from heard.child.feedback import forms, operations, queries
from heard.child.feedback.presenters.people import person_of
from heard.child.feedback.rules import WRITTEN_FOR
from heard.child.feedback.views.steps import Door, show
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

if TYPE_CHECKING:
    from heard.child.feedback.models import Form

FRAME = "feedback/asking/frame.html"
OWN_FRAME = "ui/page.html"  # a worker's own reflection stays in their own hands


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def fill(request: StaffRequest, form: UUID, step: str) -> HttpResponse:
    """One step of a form. Opening it hands the tablet over: this session opens nothing else."""
    row = mine(request, form)
    if row.kind == "worker":
        return show(request, row, step, Door(_page(row), request.user.actor, OWN_FRAME))
    locked = _lent(request) or _lend(request, row)
    typed_by = request.user.pk if row.how in WRITTEN_FOR else None
    door = Door(_page(row), request.user.actor, FRAME, typed_by, _onward(row, locked))
    return show(request, row, step, door)


def _lent(request: StaffRequest) -> list[UUID]:
    return queries.lent_to(request.session.session_key)


def _lend(request: StaffRequest, form: "Form") -> list[UUID]:
    """Lock this session to the form, and to those of the others who were asked with it."""
    together = [form.pk, *(f.pk for f in queries.forms_together(form))]
    session, who = str(request.session.session_key), request.user.actor
    return operations.lend(session=session, forms=together, by=who, at=clock.now())


def mine(request: StaffRequest, form: UUID) -> "Form":
    """Return a form that this person asked; Http404 for anybody else's."""
    try:
        return queries.form_to_fill_in(request.user, form, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing


def _page(form: "Form") -> Any:
    return lambda step: reverse("feedback:fill", kwargs={"form": form.pk, "step": step})


def _onward(form: "Form", locked: list[UUID]) -> dict[str, Any]:
    """Say whose turn is next, so that a family needs no unlock in between.

    Whoever has the tablet next can go back: then it says nothing of whom somebody chose.
    """
    shared = {"passed_round": len(locked) > 1}
    others = [f for f in queries.forms_together(form) if f.pk in locked and f.pk != form.pk]
    if not others:
        return {"onward": {"person": "", "href": ""}, **shared}
    return {"onward": {"person": person_of(others[0]), "href": _page(others[0])("start")}, **shared}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def give_back(request: StaffRequest) -> HttpResponse:
    """The worker unlocks the tablet with a code of their app, or with their password."""
    locked = _lent(request)
    if not locked:
        return redirect("/")
    form = forms.UnlockForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        session, who = str(request.session.session_key), request.user.actor
        operations.take_back(session=session, by=who, at=clock.now())
        return _after(mine(request, locked[0]))
    context = {"form": form, "title": "Give the tablet back", "form_id": locked[0]}
    status = 422 if form.errors else 200
    return render(request, "feedback/asking/give_back.html", context, status=status)


def _after(form: "Form") -> HttpResponse:
    """Lead the worker to the form if it was to be shown now, or is not finished."""
    if form.state == "handed_in" and form.share_when != "now":
        return redirect("people:record", form.child_id)
    return redirect("feedback:one", form.pk)
