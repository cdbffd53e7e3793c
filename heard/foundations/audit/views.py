"""Is the trail whole? For those who watch over it: yes or no, never what or how much."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.audit import heads, operations, presenters, queries
from heard.foundations.audit.tasks import make_checks
from heard.foundations.background import queries as background
from heard.foundations.deployment import clock


@needs(P.CHECK_AUDIT)
def check(request: StaffRequest) -> HttpResponse:
    """Show the last check, the heads and the background work; POST asks for a check."""
    if request.method == "POST":
        operations.ask_for_check(by=request.user.actor, at=clock.now())
        make_checks.enqueue()
        messages.success(request, "The check is asked for. This page shows what it finds.")
        return redirect("audit:check")
    now = clock.now()
    checks = [presenters.check(row) for row in queries.last_checks()]
    context = {
        "checks": checks,
        "earlier": [check[:3] for check in checks[1:]],
        "heads": presenters.heads_state(heads.latest(), now),
        "work": presenters.work(
            background.workers_alive(now), background.failed_tasks(now), background.failing_jobs()
        ),
    }
    return render(request, "audit/check.html", context)
