"""A browser of Django's own, signed in as somebody of the cast, for tests of pages."""

import time

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as WHOSE,
)
from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY as GIVEN,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from heard.foundations.accounts.models import Staff


def give_app(staff: Staff) -> str:
    """Give an account an authenticator app, and return its secret."""
    secret = generate_totp_secret()
    TOTP.activate(staff, secret)
    return secret


def client_of(staff: Staff, *, stepped_up: bool = False) -> Client:
    """Return a client signed in as this person, who has a second factor.

    With `stepped_up` they gave it again a moment ago, as signing and taking data out ask for.
    """
    if not Authenticator.objects.filter(user=staff).exists():
        give_app(staff)
    client = Client()
    client.force_login(staff)
    if stepped_up:
        step_up_now(client, staff)
    return client


def step_up_now(client: Client, staff: Staff, seconds_ago: float = 0) -> None:
    """Let a session have given its second factor again, some seconds ago."""
    session = client.session
    at = time.time() - seconds_ago
    session[GIVEN] = [{"method": "mfa", "type": "totp", "at": at, "reauthenticated": True}]
    session[WHOSE] = str(staff.pk)
    session.save()
