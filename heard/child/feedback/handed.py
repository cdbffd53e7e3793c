"""A tablet in somebody's hands: while it is, this session opens their form and nothing else."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from heard.child.feedback.queries import lent_to

FREE = ("/static/", "/healthz")
BACK = "/hand/back/"


class HandedOver:
    """Lead every other address back to the form that the tablet was handed over for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(FREE):
            return self.get_response(request)
        locked = lent_to(request.session.session_key) if request.user.is_authenticated else []
        if not locked or _open(request.path, locked):
            return self.get_response(request)
        return redirect(f"/hand/{locked[0]}/start/")


def _open(path: str, locked: list[UUID]) -> bool:
    return path.startswith((BACK, *(f"/hand/{form}/" for form in locked)))
