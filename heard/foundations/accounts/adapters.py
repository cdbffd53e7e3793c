"""How Heard differs from the sign-in library: nobody signs up, and writes are operations."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from heard.foundations.accounts import tries
from heard.foundations.accounts.models import Staff
from heard.foundations.accounts.operations import change_password
from heard.foundations.accounts.queries import has_second_factor, staff_with_email
from heard.foundations.deployment import clock

CLOSED = "This account is closed. Ask the administrator of Heard in your authority."
RUN_OUT = "Your start password has run out. Ask the administrator of Heard for a new one."
ANOTHER = "This code is not right, or was used already. Wait for the next one and type that."


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, never by signing up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The email address or the password is not right. Check both.",
        "enter_current_password": "This is not your present password.",
        "incorrect_password": "This is not your password.",
        "incorrect_code": ANOTHER,
        "rate_limited": "Too many tries. Wait a few minutes, then try again.",
        "too_many_login_attempts": "Too many tries. Wait a few minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: an account is given, not taken."""
        return False

    def set_password(self, user: Staff, password: str) -> None:
        """Keep a new password through the operation that records it."""
        change_password(staff=user, password=password, by=user.actor, at=clock.now())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Go on to one's own page."""
        return "/"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse while this one account rests; the answer is the same where there is none."""
        tries.refuse_while_resting(tries.key_of("password", credentials["email"]), clock.now())

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the wrong try."""
        email = credentials["email"]
        staff = staff_with_email(email)
        tries.failed("password", email, staff.id if staff else None, clock.now())

    def pre_login(self, request: HttpRequest, user: Staff, **kwargs: Any) -> HttpResponse | None:
        """Keep out whose account is closed, and whose start password has run out."""
        ends = user.start_password_until
        problem = "" if user.is_active else CLOSED
        if ends and clock.now() > ends:
            problem = problem or RUN_OUT
        if problem:
            messages.error(request, problem)
            return redirect("account_login")
        tries.succeeded("password", user.email, user, clock.now())
        return None

    def get_reauthentication_methods(self, user: Staff) -> list[dict[str, Any]]:
        """Ask again for the second factor; for the password only where there is no factor yet."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if not has_second_factor(user):
            return methods
        return [m for m in methods if m["id"] != "reauthenticate"]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Do not ask twice for the password of somebody who just came to set up their factor."""
        request = context.request
        if has_second_factor(request.user):
            return True
        given = get_authentication_records(request, request.user)
        return not any(_fresh(record) for record in given)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are kept encrypted, with a key outside the database."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": ANOTHER,
        "cannot_delete_authenticator": (
            "This is your only second factor. Set up a passkey first, then remove this one."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Return the secret as it is kept."""
        return Fernet(settings.FACTOR_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret itself."""
        return Fernet(settings.FACTOR_KEY).decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last second factor: without one, no page of Heard opens."""
        types = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        held = Authenticator.objects.filter(user=authenticator.user, type__in=types)
        return held.exclude(pk=authenticator.pk).exists()

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        """Return who asks for the passkey."""
        entity: dict[str, Any] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": "Heard"}

    def generate_authenticator_name(self, user: Staff, type: Authenticator.Type) -> str:
        """Suggest a name for a passkey."""
        held = Authenticator.objects.filter(user=user, type=type).count()
        return f"Passkey {held + 1}"


def _fresh(record: dict[str, Any]) -> bool:
    age: float = time.time() - record["at"]
    return age < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
