"""Sessions end: after 30 minutes of rest, after 10 hours, and when somebody ends them."""

import time
from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from heard.foundations.accounts import operations
from heard.foundations.accounts.middleware import SEEN, STARTED, SessionsEnd
from heard.foundations.accounts.models import Staff
from tests.cast import PASSWORD, SYSTEM, Cast
from tests.sign_in import client_of


def is_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def test_a_session_rests_30_minutes_at_most(cast: Cast) -> None:
    client = client_of(cast["Olu"])
    assert is_in(client)
    row = Session.objects.get()
    assert timedelta(minutes=29) < row.expire_date - timezone.now() <= timedelta(minutes=30)
    session = client.session
    session[SEEN] = time.time() - 29 * 60
    session.save()
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    assert is_in(client)  # a page begins the 30 minutes anew
    assert Session.objects.get().expire_date - timezone.now() > timedelta(minutes=29)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not is_in(client)


def test_an_answer_that_comes_late_puts_nothing_back(cast: Cast) -> None:
    """Two clicks on one form: the second read the session before the first changed it."""
    client = client_of(cast["Olu"])
    assert is_in(client)
    late = SessionStore(session_key=client.session.session_key)
    late.load()
    stepped = client.session
    stepped["given"] = "a moment ago"
    stepped.save()
    request = RequestFactory().get("/")
    request.session, request.user = late, cast["Olu"]
    answer = SessionsEnd(lambda _: HttpResponse())
    SessionMiddleware(answer).process_response(request, answer(request))
    assert client.session["given"] == "a moment ago"


def test_a_session_ends_after_ten_hours_however_busy(cast: Cast) -> None:
    client = client_of(cast["Olu"])
    assert is_in(client)
    session = client.session
    session[STARTED] = time.time() - 10 * 3600 + 60
    session.save()
    assert is_in(client)
    session[STARTED] = time.time() - 10 * 3600 - 1
    session.save()
    assert not is_in(client)


def test_the_cookie_ends_with_the_browser_and_scripts_cannot_read_it(cast: Cast) -> None:
    client = client_of(cast["Olu"])
    cookie = client.get("/").cookies["heard"]
    assert cookie["httponly"]
    assert not cookie["max-age"]
    assert cookie["samesite"] == "Lax"


def test_ending_sessions_signs_out_everywhere_at_once(cast: Cast) -> None:
    at_desk, on_phone, other = (client_of(cast[n]) for n in ("Olu", "Olu", "Priya"))
    operations.end_sessions(staff=cast["Olu"], **SYSTEM)
    assert not is_in(at_desk)
    assert not is_in(on_phone)
    assert is_in(other)


def test_a_closed_account_is_out_at_once_and_cannot_come_back(cast: Cast) -> None:
    client = client_of(cast["Olu"])
    assert is_in(client)
    operations.close_account(staff=cast["Olu"], **SYSTEM)
    assert not is_in(client)
    again = client.post(
        "/account/login/", {"login": "olu@northmoor.example", "password": PASSWORD}, follow=True
    )
    assert "This account is closed" in again.content.decode()
    assert not is_in(client)


def test_no_page_is_read_after_the_account_is_closed(cast: Cast) -> None:
    """Reads and closings in turn, many times: not one page is read after the closing."""
    staff = cast["Olu"]
    for _ in range(40):
        client = client_of(staff)
        operations.close_account(staff=staff, **SYSTEM)
        assert not is_in(client)
        operations.open_account_again(staff=staff, **SYSTEM)
        assert not is_in(client)  # sessions of before do not come back
        staff = Staff.objects.get(pk=staff.pk)


def test_roles_hold_from_the_next_page_on(cast: Cast) -> None:
    client = client_of(cast["Kit"])
    assert client.get("/accounts/").status_code == 200
    operations.change_roles(staff=cast["Kit"], roles=frozenset({"worker"}), **SYSTEM)
    assert client.get("/accounts/").status_code == 404


def test_a_new_password_ends_the_other_sessions(cast: Cast) -> None:
    here, there = client_of(cast["Olu"]), client_of(cast["Olu"])
    new = "another quiet word in time"
    sent = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/account/password/", sent).status_code == 302
    assert is_in(here)
    assert not is_in(there)
