"""The tablet in the hands of the person who answers, and where the worker goes on afterwards."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from heard.child.feedback import queries
from heard.child.feedback.presenters.people import person_of
from heard.child.feedback.rules import WRITTEN_FOR
from heard.child.feedback.views.steps import Door, show
from heard.child.handing.rules import Pages
from heard.child.handing.views import in_their_hands, lent
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

if TYPE_CHECKING:
    from heard.child.feedback.models import Form

FRAME = "handing/frame.html"
START = "start"
OWN_FRAME = "ui/page.html"  # a worker's own reflection stays in their own hands


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def fill(request: StaffRequest, form: UUID, step: str) -> HttpResponse:
    """One step of a form. Opening it hands the tablet over: this session opens nothing else."""
    row = mine(request, form)
    if row.kind == "worker":
        return show(request, row, step, Door(_page(row), request.user.actor, OWN_FRAME))
    locked = lent(request) or _hand_over(request, row)
    typed_by = request.user.pk if row.how in WRITTEN_FOR else None
    door = Door(_page(row), request.user.actor, FRAME, typed_by, _onward(row, locked))
    return show(request, row, step, door)


def _hand_over(request: StaffRequest, form: "Form") -> Pages:
    """Lock this session to the form, and to those of the others who were asked with it."""
    together = [form, *queries.forms_together(form)]
    opens = tuple(_page(one)(START).removesuffix(f"{START}/") for one in together)
    back_to = reverse("feedback:given_back", kwargs={"form": form.pk})
    pages = Pages(opens, _page(form)(START), back_to)
    return in_their_hands(request, pages, ("form", str(form.pk)), form.child_id)


def mine(request: StaffRequest, form: UUID) -> "Form":
    """Return a form that this person asked; Http404 for anybody else's."""
    try:
        return queries.form_to_fill_in(request.user, form, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing


def _page(form: "Form") -> Any:
    return lambda step: reverse("feedback:fill", kwargs={"form": form.pk, "step": step})


def _onward(form: "Form", locked: Pages) -> dict[str, Any]:
    """Say whose turn is next, so that a family needs no unlock in between.

    Whoever has the tablet next can go back: then it says nothing of whom somebody chose.
    """
    shared = {"passed_round": len(locked.opens) > 1}
    others = [f for f in queries.forms_together(form) if locked.open(_page(f)(START))]
    if not others:
        return {"onward": {"person": "", "href": ""}, **shared}
    return {"onward": {"person": person_of(others[0]), "href": _page(others[0])(START)}, **shared}


@require_safe
@needs(P.WRITE_RECORDS)
def given_back(request: StaffRequest, form: UUID) -> HttpResponse:
    """Lead the worker to the form if it was to be shown now, or is not finished."""
    row = mine(request, form)
    if row.state == "handed_in" and row.share_when != "now":
        return redirect("people:record", row.child_id)
    return redirect("feedback:one", row.pk)
