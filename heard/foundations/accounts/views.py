"""Keeping accounts. Nobody signs in as another person; an administrator sees no record."""

from typing import Any
from uuid import UUID

from allauth.account import views as library
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heard.foundations.access.permissions import P
from heard.foundations.access.roles import ROLES
from heard.foundations.access.views import StaffRequest, needs, step_up
from heard.foundations.accounts import operations, presenters, queries
from heard.foundations.accounts.forms import AddAccountForm, RolesForm
from heard.foundations.accounts.permissions import can_change, check_can_change
from heard.foundations.accounts.rules import START_PASSWORD_LASTS, new_start_password
from heard.foundations.deployment import clock

HINTS = {key: role.purpose for key, role in ROLES.items()}


def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out, and let the browser forget the pages that it kept.

    Cookies and storage are not cleared: the first would reach other systems of the authority under
    the same domain, the second would take work that a tablet has not sent yet.
    """
    response: HttpResponse = library.logout(request)
    if request.method == "POST":
        response.headers["Clear-Site-Data"] = '"cache"'
    return response


@needs(P.SEE_ACCOUNTS)
def accounts(request: StaffRequest) -> HttpResponse:
    """List every account."""
    lines = [presenters.line(staff) for staff in queries.accounts(request.user)]
    return render(request, "accounts/list.html", {"lines": lines})


@needs(P.SEE_ACCOUNTS)
@step_up
def add(request: StaffRequest) -> HttpResponse:
    """Add an account; its start password is shown on the page that answers, and never again."""
    form = AddAccountForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "accounts/add.html", {"form": form, "hints": HINTS}, status=status)
    given, password, at = form.cleaned_data, new_start_password(), clock.now()
    staff = operations.add_account(
        email=given["email"],
        name=given["name"],
        roles=frozenset(given["roles"]),
        password=password,
        start_password_until=at + START_PASSWORD_LASTS,
        by=request.user.actor,
        at=at,
    )
    return _show_once(request, staff, password, at + START_PASSWORD_LASTS)


@needs(P.SEE_ACCOUNTS)
def account(request: StaffRequest, id: UUID) -> HttpResponse:
    """Show one account and what can be done with it."""
    staff = _account(request, id)
    form = RolesForm(initial={"roles": sorted(staff.roles)})
    return _one(request, staff, form)


@needs(P.SEE_ACCOUNTS)
@step_up
def roles(request: StaffRequest, id: UUID) -> HttpResponse:
    """Give exactly the roles that were chosen."""
    staff = _account(request, id)
    form = RolesForm(request.POST or None)
    if request.method != "POST":
        return redirect("accounts:one", id=id)
    if not form.is_valid():
        return _one(request, staff, form, status=422)
    _may_change(request, staff)
    _do(request, operations.change_roles, staff, roles=frozenset(form.cleaned_data["roles"]))
    messages.success(request, f"The roles of {staff.name} hold from now on.")
    return redirect("accounts:one", id=id)


@needs(P.SEE_ACCOUNTS)
@require_POST
def end_sessions(request: StaffRequest, id: UUID) -> HttpResponse:
    """Sign a person out everywhere."""
    staff = _account(request, id)
    _do(request, operations.end_sessions, staff)
    messages.success(request, f"{staff.name} is signed out everywhere.")
    return redirect("accounts:one", id=id)


@needs(P.SEE_ACCOUNTS)
@require_POST
@step_up
def start_again(request: StaffRequest, id: UUID) -> HttpResponse:
    """Give a new start password to somebody who lost their password or second factor."""
    staff = _account(request, id)
    _may_change(request, staff)
    password, until = new_start_password(), clock.now() + START_PASSWORD_LASTS
    start = {"password": password, "start_password_until": until}
    _do(request, operations.start_again, staff, **start)
    return _show_once(request, staff, password, until)


@needs(P.SEE_ACCOUNTS)
@require_POST
def close(request: StaffRequest, id: UUID) -> HttpResponse:
    """Close the account of somebody who left; they are out at once."""
    staff = _account(request, id)
    _may_change(request, staff)
    _do(request, operations.close_account, staff)
    messages.success(request, f"The account of {staff.name} is closed, and they are signed out.")
    return redirect("accounts:one", id=id)


@needs(P.SEE_ACCOUNTS)
@require_POST
@step_up
def open_again(request: StaffRequest, id: UUID) -> HttpResponse:
    """Open a closed account."""
    staff = _account(request, id)
    _may_change(request, staff)
    _do(request, operations.open_account_again, staff)
    messages.success(request, f"The account of {staff.name} is open again.")
    return redirect("accounts:one", id=id)


def _account(request: StaffRequest, id: UUID) -> Any:
    try:
        return queries.account(request.user, id)
    except ObjectDoesNotExist as missing:
        raise Http404("There is no such account") from missing


def _may_change(request: StaffRequest, staff: Any) -> None:
    try:
        check_can_change(request.user, staff)
    except PermissionDenied as reason:
        raise Http404(str(reason)) from reason


def _do(request: StaffRequest, operation: Any, staff: Any, **more: Any) -> None:
    operation(staff=staff, by=request.user.actor, at=clock.now(), **more)


def _one(request: StaffRequest, staff: Any, form: RolesForm, status: int = 200) -> HttpResponse:
    context = {
        "line": presenters.line(staff),
        "active": staff.is_active,
        "sessions": queries.open_sessions(request.user, staff),
        "may_change": can_change(request.user, staff),
        "form": form,
        "hints": HINTS,
    }
    return render(request, "accounts/one.html", context, status=status)


def _show_once(request: StaffRequest, staff: Any, password: str, until: Any) -> HttpResponse:
    context = {"name": staff.name, "email": staff.email, "password": password, "until": until}
    return render(request, "accounts/start_password.html", context)


def change_password(request: StaffRequest) -> HttpResponse:
    """Change one's own password; who signs in without one is told so."""
    if not request.user.has_usable_password():
        messages.info(request, "You sign in without a password, so there is none to change.")
        return redirect("mfa_index")
    return library.password_change(request)
