"""When a child was asked how the work is going, and one fact of that behind a figure."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from heard.child.asking_due import presenters, queries
from heard.child.people.queries import my_children
from heard.child.people.views import page_of
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.READ_RECORDS)
def of_child(request: StaffRequest, child: UUID) -> HttpResponse:
    """Every asking of one child and every decision not to ask, newest first."""
    context = page_of(request, child, "askings")
    row = context.pop("row")
    context["rows"] = presenters.rows_of_child(queries.askings_of(row))
    decisions = list(queries.decisions_of(row))
    context["decisions"] = presenters.decision_rows(decisions)
    mine = request.user.may(P.CONFIRM_HEARD) and context["reason"].name == "manager"
    context["may_decide"] = mine
    context["to_end"] = presenters.links_to_end(decisions, clock.today()) if mine else []
    return render(request, "asking_due/of_child.html", context)


@require_safe
@needs(P.WRITE_RECORDS)
def soon(request: StaffRequest) -> HttpResponse:
    """Whom to ask soon, among one's own children or those of one's team; never by worker."""
    children = my_children(request.user, clock.now())
    due = queries.due_soon([child.pk for child in children], clock.today())
    context = {
        "title": "To ask",
        "late": presenters.due_rows((one for one in due if one.overdue), children),
        "rows": presenters.due_rows((one for one in due if not one.overdue), children),
        "may_decide": request.user.may(P.CONFIRM_HEARD),
    }
    return render(request, "asking_due/soon.html", context)


@require_safe
@needs(P.READ_FACTS)
def fact(request: StaffRequest, ref: str) -> HttpResponse:
    """One fact of 2c: days, and who asked whom."""
    try:
        found = queries.fact_page(request.user, ref, clock.now())
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    context = {"title": presenters.TITLES[found.kind], "rows": presenters.fact_rows(found)}
    return render(request, "people/fact.html", context)
