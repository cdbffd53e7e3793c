"""Error pages of the door: the same plain words as elsewhere, and no way to staff pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from heard.child.feedback.family import presenters
from heard.child.feedback.family.presenters import Message
from heard.child.feedback.family.views.common import refused
from heard.foundations.ui import errors

AGAIN = Message(
    "That did not come through",
    (
        "Nothing was changed. Go back: what you wrote should still be there.",
        "Copy your words, load the page again, and send them once more.",
    ),
)
ELSEWHERE = Message(
    "This did not come from our page",
    (
        "Nothing was changed. Open the link again in the browser of your phone, not inside "
        "another app.",
    ),
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent cannot be understood."""
    return _page(request, AGAIN, 400)


def not_from_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: a form that another site sent."""
    return _page(request, ELSEWHERE, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page; the same words as for a code that opens nothing."""
    return refused(request, "unknown")


def failed(request: HttpRequest) -> HttpResponse:
    """500 and 507: our fault; the page needs no database."""
    return errors.failed(request)


def _page(request: HttpRequest, message: Message, status: int) -> HttpResponse:
    context = presenters.page("family", message=message, why="")
    return render(request, "feedback/family/message.html", context, status=status)
