"""How a view says who may open it. A view that says nothing fails the build."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from heard.foundations.access.permissions import P

View = Callable[..., HttpResponse]


def needs(permission: P) -> Callable[[View], View]:
    """Open a view to signed-in staff who hold the permission; for others it does not exist (404)."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.may(permission):
                raise Http404("Nothing here for you")
            return view(request, *args, **kwargs)

        run.permission = permission  # type: ignore[attr-defined]
        return run

    return decorate


def open_to(whom: str, *, why: str) -> Callable[[View], View]:
    """Declare that a view needs no permission, for whom, and why; it is on a short written list."""

    def decorate(view: View) -> View:
        view.open_to, view.why = whom, why  # type: ignore[attr-defined]
        return view

    return decorate
