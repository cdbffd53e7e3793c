"""How a view says who may open it. A view that says nothing fails the build."""

import functools
import time
from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from heard.foundations.access.once import once
from heard.foundations.access.permissions import P
from heard.foundations.access.requests import StaffRequest

__all__ = [
    "StaffRequest",
    "View",
    "limits_what_it_reads",
    "needs",
    "open_to",
    "step_up",
    "stepped_up",
]
View = Callable[..., HttpResponse]


def needs(permission: P) -> Callable[[View], View]:
    """Open a view to signed-in staff who hold the permission; for others there is none (404)."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.may(permission):
                raise Http404("Nothing here for you")
            if getattr(view, "limits_what_it_reads", False):  # it calls `once` itself
                return view(request, *args, **kwargs)
            return once(request, str(request.user.pk), lambda: view(request, *args, **kwargs))

        run.permission = permission  # type: ignore[attr-defined]
        return run

    return decorate


def limits_what_it_reads(view: View) -> View:
    """Let a view say how much it takes before anything is read; it calls `once` itself.

    Written under `@needs(...)`.
    """
    view.limits_what_it_reads = True  # type: ignore[attr-defined]
    return view


def step_up(view: View) -> View:
    """Ask for the second factor again unless it was given in the last five minutes.

    Written under `@needs(...)`, on the view that shows the form and on the one that takes it. What
    was sent is kept while the person shows who they are, and goes on from there. A passkey or a
    code; a password alone never opens it.
    """

    @functools.wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not stepped_up(request):
            raise ReauthenticationRequired  # allauth leads to the second factor, and back here
        return view(request, *args, **kwargs)

    run.step_up = True  # type: ignore[attr-defined]
    return run


def stepped_up(request: HttpRequest) -> bool:
    """Say whether this session gave its second factor again in the last five minutes."""
    since = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    given = get_authentication_records(request, request.user)
    again = (r for r in given if r["method"] == "mfa" and r.get("reauthenticated"))
    return any(r["at"] > since for r in again)


def open_to(whom: str, *, why: str) -> Callable[[View], View]:
    """Declare that a view needs no permission, for whom, and why; it is on a short written list."""

    def decorate(view: View) -> View:
        view.open_to, view.why = whom, why  # type: ignore[attr-defined]
        return view

    return decorate
