"""The door's own cookie: it says "this browser", never who."""

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

NAME = "__Secure-heard-family" if settings.HTTPS else "heard-family"
PATH = "/family/"
# As long as a link may last once it is opened.
SECONDS = 15 * 24 * 60 * 60


def cookie_of(request: HttpRequest) -> str:
    """Return what this browser was given, or nothing."""
    return request.COOKIES.get(NAME, "")


def new_value() -> str:
    """Return a value that nobody guesses, for a browser that has none yet."""
    return secrets.token_urlsafe(32)


def give(response: HttpResponse, value: str) -> None:
    """Let the browser keep the value: for this door, out of reach of scripts and other sites."""
    response.set_cookie(
        NAME, value, max_age=SECONDS, path=PATH, secure=settings.HTTPS, httponly=True,
        samesite="Strict",
    )  # fmt: skip
