"""Workers, for the administrator: which account is whose, and in which team they are."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from heard.child.people import operations, presenters, queries
from heard.child.people.forms import workers as forms
from heard.child.people.views.changing import changed, now
from heard.foundations.access.permissions import P
from heard.foundations.access.views import StaffRequest, needs, step_up

PER_PAGE = 50
MEANWHILE = "Something changed a moment ago. Look at the worker and the account again."


@require_safe
@needs(P.SEE_ACCOUNTS)
def workers(request: StaffRequest) -> HttpResponse:
    """List workers by name: of a team, of no team, without an account."""
    form = forms.FindWorkersForm(request.GET, asked_by=request.user)
    found = queries.workers(request.user, form.wanted())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    kept = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    context = {
        "form": form,
        "page": page,
        "lines": [presenters.worker_line(row) for row in page],
        "pages": f"?{urlencode({**kept, 'page': ''})}",
    }
    return render(request, "people/workers.html", context, status=422 if form.errors else 200)


@require_safe
@needs(P.SEE_ACCOUNTS)
def worker(request: StaffRequest, worker: UUID) -> HttpResponse:
    """Show one worker: their team and their account."""
    return _one(request, worker)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.SEE_ACCOUNTS)
def add(request: StaffRequest) -> HttpResponse:
    """Add a worker whom no other system brought in."""
    form = forms.AddWorkerForm(request.POST or None, asked_by=request.user)
    if request.method == "POST" and form.is_valid():
        row = operations.add_worker(staff=None, **form.cleaned_data, **now(request))
        messages.success(request, f"{row.name} is added.")
        return redirect("teams:worker", row.pk)
    status = 422 if form.errors else 200
    return render(request, "people/add_worker.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.SEE_ACCOUNTS)
@step_up
def link(request: StaffRequest, worker: UUID) -> HttpResponse:
    """Link an account to the worker, by its whole email."""
    _row(request, worker)
    form = forms.LinkForm(request.POST or None)
    if request.method != "POST":
        return redirect("teams:worker", worker)
    if form.is_valid() and _linked(request, worker, form):
        return redirect("teams:worker", worker)
    return _one(request, worker, link=form)


def _linked(request: StaffRequest, worker: UUID, form: Form) -> bool:
    try:
        account = queries.account_to_link(request.user, form.cleaned_data["email"])
        row = operations.link_account(worker=worker, staff=account.pk, **now(request))
    except queries.Refused as why:
        form.add_error("email", str(why))
    except operations.LinkedMeanwhile:
        form.add_error("email", MEANWHILE)
    else:
        messages.success(request, f"The account {account.email} is now linked to {row.name}.")
        return True
    return False


@require_POST
@needs(P.SEE_ACCOUNTS)
def unlink(request: StaffRequest, worker: UUID) -> HttpResponse:
    """Take the account from the worker; the records close to it at once."""
    row = _row(request, worker)
    words = f"{row.name} has no account now. The records of their work are closed to it."
    changed(request, words, operations.unlink_account, worker=worker)
    return redirect("teams:worker", worker)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(P.SEE_ACCOUNTS)
@step_up
def move(request: StaffRequest, worker: UUID) -> HttpResponse:
    """Move the worker to another team; its manager reads the records of their work from now on."""
    _row(request, worker)
    form = forms.MoveForm(request.POST or None, asked_by=request.user)
    if request.method != "POST":
        return redirect("teams:worker", worker)
    if not form.is_valid():
        return _one(request, worker, move=form)
    team = form.cleaned_data["team"]
    changed(request, "The team is changed.", operations.move_to_team, worker=worker, team=team)
    return redirect("teams:worker", worker)


def _row(request: StaffRequest, worker: UUID) -> Any:
    try:
        return queries.worker(request.user, worker)
    except ObjectDoesNotExist as missing:
        raise Http404("There is no such worker") from missing


def _one(
    request: StaffRequest, worker: UUID, link: Form | None = None, move: Form | None = None
) -> HttpResponse:
    row = _row(request, worker)
    here = {"team": str(row.team_id or forms.NONE)}
    context = {
        "line": presenters.worker_line(row),
        "manages": queries.manages(request.user, row),
        "link": link or forms.LinkForm(),
        "move": move or forms.MoveForm(asked_by=request.user, initial=here),
    }
    return render(request, "people/worker.html", context, status=422 if link or move else 200)
