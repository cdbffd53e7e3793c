"""Teams and who manages them, for the administrator."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from heard.child.people import operations, queries
from heard.child.people.forms import workers as forms
from heard.child.people.views.changing import changed, now
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs, step_up


@require_safe
@needs(P.SEE_ACCOUNTS)
def teams(request: StaffRequest) -> HttpResponse:
    """List every team with its manager, and find workers."""
    find = forms.FindWorkersForm(asked_by=request.user)
    context = {"teams": list(queries.teams(request.user)), "form": find}
    return render(request, "people/teams.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.SEE_ACCOUNTS)
def add(request: StaffRequest) -> HttpResponse:
    """Make a team; its manager is named on its page."""
    form = forms.TeamForm(request.POST or None, asked_by=request.user)
    if request.method == "POST" and form.is_valid():
        row = operations.make_team(name=form.cleaned_data["name"], **now(request))
        messages.success(request, f"The team {row.name} is made. Name its manager next.")
        return redirect("teams:one", row.pk)
    status = 422 if form.errors else 200
    return render(request, "people/add_team.html", {"form": form}, status=status)


@require_safe
@needs(P.SEE_ACCOUNTS)
def team(request: StaffRequest, team: UUID) -> HttpResponse:
    """Show one team and who manages it."""
    return _one(request, team)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.SEE_ACCOUNTS)
@step_up
def manager(request: StaffRequest, team: UUID) -> HttpResponse:
    """Name who manages the team: the records of its children open to them."""
    _row(request, team)
    form = forms.ManagerForm(request.POST or None)
    if request.method != "POST":
        return redirect("teams:one", team)
    if form.is_valid() and _named(request, team, form):
        return redirect("teams:one", team)
    return _one(request, team, form)


def _named(request: StaffRequest, team: UUID, form: Form) -> bool:
    try:
        found = queries.manager_to_name(request.user, form.cleaned_data["email"])
    except queries.Refused as why:
        form.add_error("email", str(why))
        return False
    words = f"{found.name} manages this team from now on."
    changed(request, words, operations.name_manager, team=team, manager=found.pk)
    return True


@require_POST
@needs(P.SEE_ACCOUNTS)
def no_manager(request: StaffRequest, team: UUID) -> HttpResponse:
    """Nobody manages the team now; its records close to whoever did."""
    _row(request, team)
    words = "Nobody manages this team now."
    changed(request, words, operations.name_manager, team=team, manager=None)
    return redirect("teams:one", team)


def _row(request: StaffRequest, team: UUID) -> Any:
    try:
        return queries.team(request.user, team)
    except ObjectDoesNotExist as missing:
        raise Http404("There is no such team") from missing


def _one(request: StaffRequest, team: UUID, form: Form | None = None) -> HttpResponse:
    context = {"team": _row(request, team), "form": form or forms.ManagerForm()}
    return render(request, "people/team.html", context, status=422 if form else 200)
