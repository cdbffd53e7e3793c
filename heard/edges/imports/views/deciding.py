"""Children whose id an extract has with another date of birth: somebody says who they are.

What needs polars is imported when it is asked for: it would add half a second to every start.
"""

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heard.edges.imports import presenters, queries
from heard.edges.imports.forms import ChildForm
from heard.edges.imports.operations.runs import NotWaiting
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

PER_PAGE = 50


@needs(P.SETTLE_REVIEWS)
def listing(request: StaffRequest) -> HttpResponse:
    """List the children who wait."""
    found = queries.list_to_decide(request.user, clock.now())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "imports/decide.html", {"page": page})


@needs(P.SETTLE_REVIEWS)
def one(request: StaffRequest, row: UUID) -> HttpResponse:
    """Show both dates of birth, and take the answer."""
    from heard.edges.imports.operations.deciding import decide

    child = queries.child_to_decide(request.user, row, clock.now())
    if child is None:
        messages.success(request, "There is nothing to decide about that child any more.")
        return redirect("imports:decide")
    sent = request.POST if request.method == "POST" else None
    form = ChildForm(presenters.who_it_may_be(child), sent)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        context = {"child": child, "kind": presenters.SOURCE[child.source], "form": form}
        return render(request, "imports/decide_one.html", context, status=status)
    with suppress(NotWaiting):  # somebody was first: the list says how it stands
        decide(row=row, **form.cleaned_data, by=request.user.actor, at=clock.now())
        messages.success(request, "Decided. It takes effect with the next extract.")
    return redirect("imports:decide")
