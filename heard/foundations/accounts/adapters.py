"""How Heard differs from allauth: nobody signs up, and writes are operations."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from heard.foundations.accounts.models import Staff
from heard.foundations.accounts.operations import change_password
from heard.foundations.deployment import clock


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: an account is given, not taken."""
        return False

    def set_password(self, user: Staff, password: str) -> None:
        """Keep a new password through the operation that records it."""
        change_password(staff=user, password=password, by=user.actor, at=clock.now())


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names of things that people see in their authenticator."""

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        """Return who asks for the passkey."""
        entity: dict[str, Any] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": "Heard"}
