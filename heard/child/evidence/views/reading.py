"""Whether a child was heard and responded to, and one point behind a figure."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from heard.child.evidence import presenters, queries
from heard.child.people.views import page_of
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.READ_RECORDS)
def of_child(request: StaffRequest, child: UUID) -> HttpResponse:
    """Every point of one child and the answer that counts, newest first."""
    context = page_of(request, child, "points")
    row = context.pop("row")
    points = queries.points_of(row)
    context["sent_back"] = presenters.sent_back_rows(queries.sent_back(row))
    context["may_put_up"] = context["reason"].name in {"worker", "manager"}
    mine = request.user.may(P.CONFIRM_HEARD) and context["reason"].name == "manager"
    context["rows"] = presenters.rows_of_child(points, may_answer=mine)
    return render(request, "evidence/of_child.html", context)


@require_safe
@needs(P.READ_FACTS)
def fact(request: StaffRequest, ref: str) -> HttpResponse:
    """One point behind a figure: ids, days and answers."""
    try:
        found = queries.fact_page(request.user, ref, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    context = {"title": "One assessment or closure", "rows": presenters.fact_rows(found)}
    return render(request, "people/fact.html", context)
