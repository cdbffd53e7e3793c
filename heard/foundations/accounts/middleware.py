"""Sessions that end, and no page before the second factor is set up."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from heard.foundations.deployment import clock

GetResponse = Callable[[HttpRequest], HttpResponse]
STARTED = "heard_session_started"


class SessionsEnd:
    """End a session some hours after it began, however busy it is."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = clock.now().timestamp()
            started = request.session.setdefault(STARTED, now)
            if now - started > settings.SESSION_MAX_SECONDS:
                logout(request)
        return self.get_response(request)


class SecondFactorFirst:
    """Lead staff who have no second factor to where they set one up; nothing else opens."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not self._may_pass(request):
            return redirect("mfa_index")
        return self.get_response(request)

    def _may_pass(self, request: HttpRequest) -> bool:
        free = ("/account/", "/static/", "/healthz", "/demo/")
        return request.path.startswith(free) or is_mfa_enabled(request.user)
