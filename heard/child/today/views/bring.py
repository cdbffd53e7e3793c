"""Bringing something said to supervision: the worker's own choice."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heard.child.today.forms import BringForm
from heard.child.today.operations import bring as bring_it
from heard.child.today.queries.bringing import NOT_FOUND, to_bring
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.WRITE_RECORDS)
def bring(request: StaffRequest, said: UUID) -> HttpResponse:
    """Say what one wants to think about, and bring it."""
    at = clock.now()
    try:
        row, worker = to_bring(request.user, said, at)
    except NOT_FOUND as nothing:
        raise Http404 from nothing
    form = BringForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        who = {"by": request.user.actor, "at": at}
        bring_it(said=said, child=row.child_id, worker=worker.pk, **form.cleaned_data, **who)
        messages.success(request, "Your manager sees it at your next supervision.")
        return redirect("today:home")
    context = {"title": "Bring this to supervision", "form": form, "said": row}
    return render(request, "today/bring.html", context, status=422 if form.errors else 200)
