"""Reading accounts: who has one, with what second factor, in how many places."""

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from heard.foundations.accounts.models import Staff
from heard.foundations.accounts.permissions import check_can_keep_accounts

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(user: Any) -> bool:
    """Say whether this person set up an authenticator app or a passkey."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def staff_with_email(email: str) -> Staff | None:
    """Return whose address this is, whatever its capitals."""
    return Staff.objects.filter(email__iexact=email.strip()).first()


def accounts(asked_by: Staff) -> QuerySet[Staff]:
    """Return every account by name, with its roles and whether it has a second factor."""
    check_can_keep_accounts(asked_by)
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    found = Staff.objects.prefetch_related("roles_held").order_by("name", "email")
    return found.annotate(second_factor=Exists(factors))


def account(asked_by: Staff, id: UUID) -> Staff:
    """Return one account. Raises Staff.DoesNotExist."""
    return accounts(asked_by).get(pk=id)


def open_sessions(asked_by: Staff, staff: Staff) -> int:
    """Return in how many places this person is signed in."""
    check_can_keep_accounts(asked_by)
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return UserSession.objects.filter(user=staff, session_key__in=alive).count()
