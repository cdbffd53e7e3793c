"""The authority's own settings."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs
from heard.foundations.deployment import clock, operations, queries
from heard.foundations.deployment.forms import AuthorityForm


@needs(P.DESCRIBE_AUTHORITY)
def settings(request: StaffRequest) -> HttpResponse:
    """Show and change the authority's code and name, the day when asking began, and its limits."""
    now = queries.deployment()
    fields = ("name", "code", "asking_began_on", "not_asked_under", "talk_within_days")
    form = AuthorityForm(request.POST or None, initial={f: getattr(now, f) for f in fields})
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "deployment/settings.html", {"form": form}, status=status)
    operations.describe(**form.cleaned_data, by=request.user.actor, at=clock.now())
    messages.success(request, "The settings are saved.")
    return redirect("deployment:settings")
