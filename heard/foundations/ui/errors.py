"""Error pages in plain words: what is wrong and what to do, never a stack trace."""

import sys

from django.http import HttpRequest, HttpResponse
from django.template import loader

from heard.foundations.deployment import disk


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent cannot be understood."""
    return _page(request, "ui/errors/400.html", 400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this is not for this person; the reason is said when the refusal gave one."""
    return _page(request, "ui/errors/403.html", 403, reason=str(exception or ""))


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was open for too long, or cookies are off."""
    return _page(request, "ui/errors/csrf.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is nothing here for this person."""
    return _page(request, "ui/errors/404.html", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: our fault; 507: the disk is full. The page needs no database and no session."""
    status = 507 if disk.is_full(sys.exc_info()[1]) else 500
    words = loader.get_template(f"ui/errors/{status}.html").render({})
    return HttpResponse(words, status=status)


def _page(request: HttpRequest, template: str, status: int, **context: str) -> HttpResponse:
    words = loader.get_template(template).render(context, request)
    return HttpResponse(words, status=status)
