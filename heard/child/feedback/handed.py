"""A tablet in somebody's hands: while it is, this session opens their form and nothing else."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

KEY = "heard_handed_over"
FREE = ("/static/", "/healthz")
BACK = "/hand/back/"


def hand_over(request: HttpRequest, forms: list[UUID]) -> None:
    """Lock the session to these forms, in their order, until the worker unlocks it."""
    request.session[KEY] = [str(form) for form in forms]


def handed_over(request: HttpRequest) -> list[UUID]:
    """Return the forms that this session is locked to; none: it is in the worker's hands."""
    return [UUID(form) for form in request.session.get(KEY, [])]


def take_back(request: HttpRequest) -> None:
    """Unlock the session. The caller has seen that it is the worker."""
    request.session.pop(KEY, None)


class HandedOver:
    """Lead every other address back to the form that the tablet was handed over for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        locked = handed_over(request)
        if not locked or self._open(request.path, locked):
            return self.get_response(request)
        return redirect(f"/hand/{locked[0]}/start/")

    @staticmethod
    def _open(path: str, locked: list[UUID]) -> bool:
        return path.startswith((*FREE, BACK, *(f"/hand/{form}/" for form in locked)))
