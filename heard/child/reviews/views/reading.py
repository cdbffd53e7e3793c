"""The reviews of a child, those to chair, one of them, and one behind a figure."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from heard.child.people.presenters import header
from heard.child.people.views import page_of
from heard.child.reviews import presenters, queries
from heard.child.reviews.permissions import GLASS, may_put_right
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.READ_RECORDS)
def of_child(request: StaffRequest, child: UUID) -> HttpResponse:
    """Every review of one child, newest first, and those to come."""
    context = page_of(request, child, "reviews")
    row = context.pop("row")
    context["rows"] = presenters.rows_of_child(queries.reviews_of(row))
    context["coming"] = presenters.coming_rows(queries.coming_of([row.pk], clock.today()))
    context["may_plan"] = request.user.may(P.CHAIR_REVIEWS) and context["reason"].name != GLASS
    return render(request, "reviews/of_child.html", context)


@require_safe
@needs(P.CHAIR_REVIEWS)
def mine(request: StaffRequest) -> HttpResponse:
    """The reviews that this person chairs: to come, to record, and whose child was not asked."""
    at = clock.now()
    context = {
        "title": "Reviews you chair",
        "coming": presenters.coming_rows(queries.coming_to_chair(request.user, at)),
        "lately": presenters.held_rows(queries.recorded_lately(request.user, at)),
        "not_asked": presenters.held_rows(queries.not_asked(request.user, at)),
    }
    return render(request, "reviews/mine.html", context)


@require_safe
@needs(P.READ_RECORDS)
def one(request: StaffRequest, review: UUID) -> HttpResponse:
    """One review: what the chair answered, the code that follows, what the child said after it."""
    try:
        row, reason = queries.one_review(request.user, review, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    head = header(row.child, clock.today())
    name = presenters.called(row.child)
    mine = request.user.may(P.CHAIR_REVIEWS) and may_put_right(request.user, row)
    context = _shown(request, row, name) | {
        "title": f"A review of {head.name}",
        "child": head,
        "name": name,
        "review": str(row.pk),
        "facts": presenters.review_facts(row, name),
        "lines": presenters.code_lines(row),
        "open": not row.code and not row.cancelled,
        "gone": presenters.gone(row),
        "may_put_right": mine and not row.cancelled and reason.name != GLASS,
        "may_ask": reason.name != GLASS and not row.cancelled,
    }
    return render(request, "reviews/one.html", context)


def _shown(request: StaffRequest, row: Any, name: str) -> dict[str, Any]:
    """Return what the child said afterwards, and the other children of the same meeting."""
    planned = queries.planned_of(row)
    others = queries.also_there(planned) if planned else []
    after = queries.said_after(request.user, row, clock.now())
    return {
        "others": presenters.others(others, request.user.pk),
        "after": presenters.after_rows(after, name),
    }


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
