"""Which door a request comes to: /family/ is the families' own, the rest is the staff's."""

from collections.abc import Callable
from typing import Any, cast

from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, set_urlconf
from django.utils.module_loading import import_string

from heard.config.doors import family

Answer = Callable[[HttpRequest], HttpResponse]


class ByAddress:
    """Lead /family/ through its own middleware to its own pages, past all that is for staff."""

    def __init__(self, staff: Answer) -> None:
        self.staff, self.family = staff, _through(family.MIDDLEWARE, _page)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not f"{request.path_info}/".startswith("/family/"):
            return self.staff(request)
        request.urlconf = family.URLS
        set_urlconf(family.URLS)
        try:
            return self.family(request)
        finally:
            set_urlconf(None)


def _through(middleware: tuple[str, ...], page: Answer) -> Answer:
    answer: Any = convert_exception_to_response(page)
    for name in reversed(middleware):
        answer = convert_exception_to_response(import_string(name)(answer))
    return cast(Answer, answer)


def _page(request: HttpRequest) -> HttpResponse:
    match = resolve(request.path_info, family.URLS)
    request.resolver_match = match
    answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
    return answer
