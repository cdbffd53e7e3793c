"""Reviews recorded twice with different codes: somebody says which is right, and who said so."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from heard.child.reviews.operations import NothingToSettle
from heard.child.reviews.settling import ReviewToSettle, list_to_settle, review_to_settle
from heard.edges.imports import presenters
from heard.edges.imports.forms import SettleForm
from heard.edges.imports.operations.settling import settle
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

PER_PAGE = 50
FIRST = "Somebody else settled this review first."


@needs(P.SETTLE_REVIEWS)
def listing(request: StaffRequest) -> HttpResponse:
    """List the reviews that wait."""
    found = list_to_settle(request.user, clock.now())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "imports/settle.html", {"page": page})


@needs(P.SETTLE_REVIEWS)
def one(request: StaffRequest, child_id: UUID, plan: str, day: str) -> HttpResponse:
    """Show the rows of one review, and take the right one."""
    found = review_to_settle(request.user, child_id, plan, _day(day), clock.now())
    if found is None:
        messages.success(request, "There is nothing to settle about that review any more.")
        return redirect("imports:settle")
    form = SettleForm(_choices(found), request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        context = {"review": found, "form": form}
        return render(request, "imports/settle_one.html", context, status=status)
    right, reason = UUID(form.cleaned_data["right"]), form.cleaned_data["reason"]
    try:
        settle(right=right, reason=reason, by=request.user.actor, at=clock.now())
    except NothingToSettle:
        messages.error(request, FIRST)
        return redirect("imports:settle")
    messages.success(request, "The review is settled. The other code is set aside, not deleted.")
    return redirect("imports:settle")


def _choices(found: ReviewToSettle) -> list[tuple[str, str]]:
    return [(str(row.id), presenters.row_to_settle(row)) for row in found.rows]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise Http404("That is no day") from wrong
