"""Sessions that end, and no page before a password of one's own and a second factor."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from heard.foundations.accounts.queries import has_second_factor

GetResponse = Callable[[HttpRequest], HttpResponse]
STARTED, SEEN = "heard_session_started", "heard_session_seen"
OFTEN = 60  # seconds
FREE = ("/account/", "/static/", "/healthz", "/demo/")


class SessionsEnd:
    """End a session some hours after it began, however busy it is, or half an hour after its last.

    The last is kept once a minute. Kept with every request, the second answer to a double click
    would put back what the session held before the first.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = time.time()  # real time, also where HEARD_TODAY fixes the day
            started = request.session.setdefault(STARTED, now)
            if now - started > settings.SESSION_MAX_SECONDS:
                logout(request)
            elif now - request.session.get(SEEN, 0) > OFTEN:
                request.session[SEEN] = now
        return self.get_response(request)


class SecondFactorFirst:
    """Lead new staff to a password of their own and a second factor; nothing else opens."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not request.path.startswith(FREE):
            if request.user.start_password_until:
                return redirect("account_change_password")
            if not has_second_factor(request.user):
                return redirect("mfa_index")
        return self.get_response(request)
