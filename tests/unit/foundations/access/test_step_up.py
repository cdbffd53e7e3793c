"""Step-up: the second factor again within five minutes, never a password alone."""

import time
from typing import Any

import pyotp
import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from heard.config.doors.staff import urlpatterns as staff_door
from heard.foundations.access.permissions import P
from heard.foundations.access.views import needs, step_up
from tests.cast import PASSWORD, Cast
from tests.sign_in import GIVEN, WHOSE, client_of, give_app, step_up_now


@needs(P.USE_HEARD)
@step_up
def sign_something(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.method} {request.POST.get('words', '')}")


urlpatterns = [*staff_door, path("sign-something/", sign_something)]
handler404 = "heard.foundations.ui.errors.not_found"
PAGE = "/sign-something/"


@pytest.fixture(autouse=True)
def door(settings: Any) -> None:
    settings.ROOT_URLCONF = __name__


def test_it_asks_for_the_factor_and_leads_back(cast: Cast) -> None:
    secret = give_app(cast["Dana"])
    client = client_of(cast["Dana"])
    asked = client.get(PAGE)
    assert asked.url == "/account/factor/again/?next=%2Fsign-something%2F"
    page = client.get(asked.url).content.decode()
    assert "Show that it is you" in page
    assert "password" not in page.lower().replace("your second factor", "")
    back = client.post(asked.url, {"code": pyotp.TOTP(secret).now()})
    assert back.url == PAGE
    assert client.get(PAGE).content == b"GET "


def test_what_was_typed_survives_and_goes_on(cast: Cast) -> None:
    secret = give_app(cast["Dana"])
    client = client_of(cast["Dana"])
    asked = client.post(PAGE, {"words": "I looked at each figure"})
    wrong = client.post(asked.url, {"code": "000000"})
    assert "This code is not right" in wrong.content.decode()
    done = client.post(asked.url, {"code": pyotp.TOTP(secret).now()})
    assert done.content == b"POST I looked at each figure"


def test_it_lasts_five_minutes(cast: Cast) -> None:
    client = client_of(cast["Dana"])
    step_up_now(client, cast["Dana"], seconds_ago=290)
    assert client.get(PAGE).status_code == 200
    step_up_now(client, cast["Dana"], seconds_ago=301)
    assert client.get(PAGE).status_code == 302


@pytest.mark.parametrize(
    "record",
    [
        {"method": "password", "reauthenticated": True},
        {"method": "password"},
        {"method": "mfa", "type": "totp"},  # at signing in, not again
    ],
)
def test_a_password_or_the_sign_in_itself_is_not_enough(cast: Cast, record: dict) -> None:
    client = client_of(cast["Dana"])
    session = client.session
    session[GIVEN], session[WHOSE] = [{**record, "at": time.time()}], str(cast["Dana"].pk)
    session.save()
    assert client.get(PAGE).status_code == 302


def test_the_password_page_leads_to_the_factor(cast: Cast) -> None:
    client = client_of(cast["Dana"])
    for answer in (
        client.get("/account/reauthenticate/"),
        client.post("/account/reauthenticate/", {"password": PASSWORD}),
    ):
        assert answer.url.startswith("/account/factor/again/")
    assert client.get(PAGE).status_code == 302


def test_another_persons_factor_does_not_count(cast: Cast) -> None:
    client = client_of(cast["Dana"])
    step_up_now(client, cast["Olu"])
    assert client.get(PAGE).status_code == 302


def test_step_up_is_no_permission(cast: Cast) -> None:
    assert Client().get(PAGE).url.startswith("/account/login/")
    assert sign_something.permission is P.USE_HEARD
    assert sign_something.step_up
