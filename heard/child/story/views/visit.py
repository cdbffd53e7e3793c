"""A new visit. It begins with the talk about what was said last time."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.meetings.operations import hold_meeting
from heard.child.story.forms.visit import VisitForm
from heard.child.story.presenters.entries import entry
from heard.child.story.presenters.words import called
from heard.child.story.queries import around, loop
from heard.child.story.views.drawn import MOVED, note_for, page_or_drawn
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def visit(request: StaffRequest, child: UUID) -> HttpResponse:
    """Begin with the talk, then write the visit down."""
    context = page_or_drawn(request, child, "visit")
    row, worker = context.pop("row"), loop.worker_of(request.user)
    if worker is None:  # nobody's visit can be written down
        raise Http404
    form = _form(request, row)
    if request.method == "POST" and form.is_valid():
        _held(request, worker.pk, form)
        messages.success(request, MOVED if context["moved"] else "The visit is written down.")
        return redirect("people:children") if context["moved"] else redirect("people:record", child)
    waiting = loop.waiting_talks(request.user, row, clock.now())
    context |= {"form": form, "name": called(row), "waiting": [entry(w) for w in waiting]}
    return render(request, "story/visit.html", context, status=422 if form.errors else 200)


def _form(request: StaffRequest, row: Any) -> VisitForm:
    family = around.brothers_and_sisters(request.user, row, clock.now())
    adults = around.adults_of(row, clock.today())
    return VisitForm(
        request.POST or None,
        child=row.pk,
        name=called(row),
        children=[(str(c.pk), called(c)) for c in family],
        adults=[(str(t.adult_id), f"{t.adult.name}, {t.relation}") for t in adults],
        today=clock.today(),
        drawn=note_for(request, row.pk),
    )


def _held(request: StaffRequest, worker: UUID, form: VisitForm) -> None:
    given = form.cleaned_data
    hold_meeting(
        id=given["id"],
        worker=worker,
        happened_at=form.happened_at(),
        kind=given["kind"],
        conversation=given["conversation"],
        there=form.who(),
        place=given["place"],
        purpose=given["purpose"],
        note=given["note"],
        by=request.user.actor,
        at=clock.now(),
    )
