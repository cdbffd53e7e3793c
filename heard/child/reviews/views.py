"""The reviews of a child, and one review behind a figure."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from heard.child.people.views import page_of
from heard.child.reviews import presenters, queries
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.READ_RECORDS)
def of_child(request: StaffRequest, child: UUID) -> HttpResponse:
    """Every review of one child, newest first."""
    context = page_of(request, child, "reviews")
    context["rows"] = presenters.rows_of_child(queries.reviews_of(context.pop("row")))
    return render(request, "reviews/of_child.html", context)


@require_safe
@needs(P.READ_FACTS)
def fact(request: StaffRequest, ref: str) -> HttpResponse:
    """One review behind a figure: ids, days and codes."""
    try:
        found = queries.fact_page(request.user, ref, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    context = {"title": "One review", "rows": presenters.fact_rows(found)}
    return render(request, "people/fact.html", context)
