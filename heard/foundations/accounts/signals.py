"""What the sign-in library tells, written into the audit trail by operations."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest

from heard.foundations.accounts import operations
from heard.foundations.accounts.models import Staff
from heard.foundations.deployment import clock


def connect() -> None:
    """Listen; called once, when Django is ready."""
    user_logged_in.connect(_signed_in, dispatch_uid="heard.signed_in")
    user_logged_out.connect(_signed_out, dispatch_uid="heard.signed_out")
    mfa.authenticator_added.connect(_added, dispatch_uid="heard.factor_added")
    mfa.authenticator_reset.connect(_added, dispatch_uid="heard.factor_reset")
    mfa.authenticator_removed.connect(_removed, dispatch_uid="heard.factor_removed")
    mfa.authenticator_used.connect(_used, dispatch_uid="heard.factor_used")


def _signed_in(user: Staff, request: HttpRequest | None, **_: Any) -> None:
    given = get_authentication_records(request, user) if request else []
    how = sorted({r.get("type") or r["method"] for r in given})
    _write(operations.signed_in, user, {"with": how})


def _signed_out(user: Staff | None, **_: Any) -> None:
    if user is not None:  # a session that had ended already
        _write(operations.signed_out, user, {})


def _added(user: Staff, authenticator: Authenticator, **_: Any) -> None:
    _write(operations.factor_added, user, {"type": str(authenticator.type)})


def _removed(user: Staff, authenticator: Authenticator, **_: Any) -> None:
    _write(operations.factor_removed, user, {"type": str(authenticator.type)})


def _used(
    user: Staff, authenticator: Authenticator, reauthenticated: bool = False, **_: Any
) -> None:
    if reauthenticated:
        _write(operations.stepped_up, user, {"type": str(authenticator.type)})


def _write(operation: Any, user: Staff, data: dict[str, Any]) -> None:
    operation(staff=user.pk, data=data, by=user.actor, at=clock.now())
