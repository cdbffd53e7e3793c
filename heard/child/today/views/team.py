"""The manager's list, and supervision: one supervisee, and one form at a time."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from heard.child.people.presenters import header
from heard.child.today import operations
from heard.child.today.presenters.items import line
from heard.child.today.presenters.team import brought_rows, talked_about
from heard.child.today.queries import team as queries
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock

ON_A_PAGE = 40


@require_safe
@needs(P.SUPERVISE)
def team(request: StaffRequest) -> HttpResponse:
    """What is open in the team, first due first; and whom this manager supervises."""
    at, today = clock.now(), clock.today()
    pages = Paginator(queries.open_in_team(request.user, at), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    queries.team_listed(request.user, len(page.object_list), at)
    context = {
        "title": "Your team",
        "page": page,
        "items": [line(row, today) for row in page.object_list],
        "unopened": [line(row, today) for row in queries.unopened_in_team(request.user, at)],
        "supervisees": [(worker.pk, worker.name) for worker in queries.supervisees(request.user)],
    }
    return render(request, "today/team.html", context)


@require_safe
@needs(P.SUPERVISE)
def supervision(request: StaffRequest, worker: UUID) -> HttpResponse:
    """One supervisee: what they bring, and what is open with them."""
    at, today = clock.now(), clock.today()
    try:
        row = queries.supervisee(request.user, worker)
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    context = {
        "title": f"Supervision with {row.name}",
        "worker": row,
        "brought": brought_rows(queries.brought_by(request.user, row, at)),
        "items": [line(said, today) for said in queries.open_with(request.user, row, at)],
    }
    return render(request, "today/supervision.html", context)


@require_safe
@needs(P.SUPERVISE)
def one(request: StaffRequest, worker: UUID, said: UUID) -> HttpResponse:
    """One thing said, its form in its context, and the talk."""
    at, today = clock.now(), clock.today()
    try:
        row = queries.supervisee(request.user, worker)
        found, form = queries.in_supervision(request.user, row, said, at)
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    context = talked_about(found, form) | {
        "title": f"Supervision with {row.name}",
        "worker": row,
        "child": header(found.child, today),
    }
    return render(request, "today/supervised.html", context)


@require_POST
@needs(P.SUPERVISE)
def talked(request: StaffRequest, worker: UUID, brought: UUID) -> HttpResponse:
    """Supervision talked about what was brought."""
    at = clock.now()
    try:
        row = queries.supervisee(request.user, worker)
        found = queries.brought_one(request.user, row, brought, at)
    except queries.NOT_FOUND as nothing:
        raise Http404 from nothing
    operations.talked(brought=found.pk, by=request.user.actor, at=at)
    return redirect("today:supervision", worker)
