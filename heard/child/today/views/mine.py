"""Today: the page with which a worker begins, at the address of everybody's own page."""

from django.http import HttpResponse
from django.shortcuts import render

from heard.child.today.presenters.mine import mine
from heard.child.today.queries.mine import waiting_for_worker
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock
from heard.foundations.reminders import presenters, queries
from heard.foundations.reminders.rules import greeting
from heard.foundations.reminders.views import home as other_home

ALERTS = 5


@needs(P.USE_HEARD)
def home(request: StaffRequest) -> HttpResponse:
    """What waits for a worker today; for anybody else, their own page."""
    if not request.user.may(P.WRITE_RECORDS):
        return other_home(request)
    alerts = queries.waiting_for(request.user)
    context = mine(waiting_for_worker(request.user, clock.now()), clock.today()) | {
        "title": "Today",
        "greeting": greeting(clock.now()),
        "first_name": presenters.first_name(request.user),
        "today": clock.today(),
        "alerts": alerts[:ALERTS],
        "alerts_in_all": alerts.count(),
        "manages": request.user.may(P.SUPERVISE),
    }
    return render(request, "today/today.html", context)
