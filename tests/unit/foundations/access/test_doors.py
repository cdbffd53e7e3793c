"""Every address of the staff door says who may open it; nobody else gets in."""

import os
import subprocess
import sys

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from heard.foundations.access.permissions import P
from tests.cast import Cast
from tests.sign_in import client_of
from tests.walk import addresses

PAGES = {
    "reminders:home": P.USE_HEARD,
    "reminders:alerts": P.USE_HEARD,
    "deployment:settings": P.DESCRIBE_AUTHORITY,
    "accounts:list": P.SEE_ACCOUNTS,
    "accounts:add": P.SEE_ACCOUNTS,
    "mfa_index": P.USE_HEARD,
}


def test_every_address_declares_its_permission_or_why_it_is_open() -> None:
    views = list(addresses(get_resolver()))
    silent = [
        name
        for name, view in views
        if not hasattr(view, "permission") and not getattr(view, "why", "")
    ]
    assert len(views) > 20
    assert not silent


@pytest.mark.parametrize("name", PAGES)
def test_strangers_are_asked_to_sign_in(db: None, name: str) -> None:
    assert Client().get(reverse(name)).url.startswith("/account/login/?next=")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_there_for_who_may_open_it_only(cast: Cast, name: str) -> None:
    for who in ("Priya", "Olu", "Dana", "Kit"):
        staff = cast[who]
        status = client_of(staff, stepped_up=True).get(reverse(name)).status_code
        assert status == (200 if staff.may(PAGES[name]) else 404), who


@pytest.mark.parametrize("name", ["reminders:home", "accounts:list", "mfa_index"])
def test_without_a_second_factor_nothing_opens(cast: Cast, name: str) -> None:
    client = Client()
    client.force_login(cast["Kit"])
    answer = client.get(reverse(name))
    assert (answer.status_code, name) == (200, "mfa_index") or answer.url == "/account/factor/"


@pytest.mark.parametrize("path", ["/", "/account/login/", "/nothing-here/", "/accounts/"])
def test_every_answer_has_the_headers(cast: Cast, path: str) -> None:
    headers = client_of(cast["Kit"]).get(path).headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    policy = headers["Content-Security-Policy"]
    for rule in ("default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"):
        assert rule in policy
    assert "unsafe" not in policy


OVER_HTTPS = """
from heard.config.settings import base
print(base.SESSION_COOKIE_NAME, base.SESSION_COOKIE_SECURE, base.CSRF_COOKIE_NAME)
print(base.CSRF_COOKIE_SECURE, base.SECURE_HSTS_SECONDS, base.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN)
"""


def test_an_https_address_turns_on_secure_cookies_and_hsts() -> None:
    environment = {**os.environ, "HEARD_ADDRESS": "https://heard.northmoor.example"}
    done = subprocess.run(
        [sys.executable, "-c", OVER_HTTPS], env=environment, capture_output=True, text=True
    )
    words = "__Host-heard True __Host-heard-csrf\nTrue 31536000 False"
    assert done.stdout.strip() == words, done.stderr
