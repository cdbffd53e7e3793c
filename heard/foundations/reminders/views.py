"""The home page, and one's own alerts."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.foundations.reminders import operations, presenters, queries
from heard.foundations.reminders.rules import greeting

SHOWN_AT_HOME = 5
SEEN_ON_A_PAGE = 30


@needs(P.USE_HEARD)
def home(request: StaffRequest) -> HttpResponse:
    """Greet, say what waits, and show the ways on."""
    waiting = queries.waiting_for(request.user)
    context = {
        "greeting": greeting(clock.now()),
        "first_name": presenters.first_name(request.user),
        "today": clock.today(),
        "alerts": waiting[:SHOWN_AT_HOME],
        "count": waiting.count(),
        "ways": presenters.ways(request.user),
    }
    return render(request, "reminders/home.html", context)


@needs(P.USE_HEARD)
def alerts(request: StaffRequest) -> HttpResponse:
    """Show one's own alerts: what waits, and what was seen."""
    seen = Paginator(queries.seen_by(request.user), SEEN_ON_A_PAGE)
    context = {
        "waiting": queries.waiting_for(request.user),
        "page": seen.get_page(request.GET.get("page")),
    }
    return render(request, "reminders/alerts.html", context)


@needs(P.USE_HEARD)
@require_POST
def see(request: StaffRequest, id: UUID) -> HttpResponse:
    """Mark one's own alert as seen."""
    try:
        operations.see_alert(alert=id, staff=request.user, by=request.user.actor, at=clock.now())
    except ObjectDoesNotExist as missing:
        raise Http404("There is no such alert for you") from missing
    return redirect("reminders:alerts")
