"""The duty team's list: who needs somebody soon, and who is on it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from heard.child.today import operations
from heard.child.today.presenters.duty import needs as in_words
from heard.child.today.queries.duty import NOT_FOUND, need_somebody, one_who_needs
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_safe
@needs(P.SEE_DUTY)
def duty(request: StaffRequest) -> HttpResponse:
    """Who needs somebody soon: today, and before today where nobody is on it."""
    found = need_somebody(request.user, clock.now())
    context = {"title": "On duty", "people": in_words(found, request.user.pk, clock.today())}
    return render(request, "today/duty.html", context)


@require_POST
@needs(P.SEE_DUTY)
def on_it(request: StaffRequest, said: UUID) -> HttpResponse:
    """I am on it."""
    at = clock.now()
    try:
        row = one_who_needs(said, at)
    except NOT_FOUND as nothing:
        raise Http404 from nothing
    who = {"by": request.user.actor, "at": at}
    operations.go_to(said=row.pk, child=row.child_id, staff=request.user.pk, **who)
    return redirect("today:duty")
