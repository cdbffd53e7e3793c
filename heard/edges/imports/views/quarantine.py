"""Rows that were set aside: why, as they were sent, and what was done about each.

What needs polars is imported when it is asked for: it would add half a second to every start.
"""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from heard.edges.imports import queries
from heard.edges.imports.forms import NoteForm
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

PER_PAGE = 50


@needs(P.IMPORT)
def listing(request: StaffRequest) -> HttpResponse:
    """List the rows, all or those with one kind of reason."""
    kind, dealt_with = request.GET.get("kind", ""), request.GET.get("dealt_with") == "1"
    rows = queries.quarantine(request.user, kind, dealt_with, clock.now())
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "kinds": list(queries.kinds(dealt_with)),
        "kind": kind,
        "dealt_with": dealt_with,
    }
    return render(request, "imports/quarantine.html", context)


@needs(P.IMPORT)
def one(request: StaffRequest, row: UUID) -> HttpResponse:
    """Show one row as it was sent, and take the note about what was done."""
    from heard.edges.imports.operations.quarantine import AlreadyDealtWith, deal_with

    try:
        kept = queries.quarantined_row(request.user, row, clock.now())
    except queries.NO_ROW as missing:
        raise Http404("There is no such row") from missing
    form = NoteForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        context = {"row": kept, "form": form}
        return render(request, "imports/quarantined.html", context, status=status)
    try:
        deal_with(row=row, note=form.cleaned_data["note"], by=request.user.actor, at=clock.now())
    except AlreadyDealtWith:
        messages.error(request, "Somebody else dealt with this row first. Their note is below.")
        return redirect("imports:quarantined", row=row)
    messages.success(request, "The row is dealt with. Your note stays with it.")
    return redirect("imports:quarantine")
