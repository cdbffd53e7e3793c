"""A device in somebody's hands: while it is, this session opens their pages and nothing else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from heard.child.handing.queries import lent_to

FREE = ("/static/", "/healthz")
BACK = "/hand/back/"


class HandedOver:
    """Lead every other address back to the pages that the device was handed over for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(FREE) or not request.user.is_authenticated:
            return self.get_response(request)
        locked = lent_to(request.session.session_key)
        if locked is None or request.path == BACK:
            return self.get_response(request)
        if not locked.open(request.path):
            return redirect(locked.first)
        return _or_back(request, self.get_response(request))


def _or_back(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """A page that is there no longer (the work moved to somebody else) leads to the unlock."""
    gone = answer.status_code == 404 and request.method in {"GET", "HEAD"}
    return redirect(BACK) if gone else answer
