"""The cast of the demo: invented people of Northmoor, an authority that does not exist."""

import base64
import hashlib
import hmac
import time
from datetime import datetime
from typing import NamedTuple

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings

from heard.foundations.accounts.models import Staff
from heard.foundations.accounts.operations import add_account, add_code_factor
from heard.foundations.audit.actor import HEARD_ITSELF

PERIOD = 30  # seconds that a code is shown


class Member(NamedTuple):
    """One person of the cast: how they are called in code, their name, roles, and what they do."""

    key: str
    name: str
    role: str  # one or several, with spaces between
    does: str

    @property
    def email(self) -> str:
        """Their address, in a domain that cannot exist."""
        return f"{self.key}@northmoor.example"


CAST = (
    Member("priya", "Priya", "worker", "Social worker. Maya and Theo are two of her children."),
    Member("tom", "Tom", "worker", "Social worker in Priya's team, with other children."),
    Member("ruth", "Ruth", "manager", "Manages Priya and Tom."),
    Member("ivor", "Ivor", "chair", "Chairs Theo's reviews."),
    Member("sam", "Sam", "worker duty", "Social worker in another team, on duty today."),
    Member("dev", "Dev", "advocate", "Advocate: speaks for Maya, and reads what she shares."),
    Member("olu", "Olu", "analyst", "Performance analyst: builds and explains the return."),
    Member("lena", "Lena", "participation_lead", "Leads participation: writes the voice plan."),
    Member("dana", "Dana", "director", "Director of children's services: signs the return."),
    Member("kit", "Kit", "administrator", "Keeps settings and accounts, and sees no record."),
)


def make_cast(at: datetime) -> dict[str, Staff]:
    """Make their accounts, each with an authenticator app that only the demo holds; by key.

    They have no passwords: they sign in on the page of the cast.
    """
    return {member.key: _account(member, at) for member in CAST}


def code_now(member: Member) -> str:
    """Return the six-digit code that this person's app shows at this moment."""
    return format_hotp_value(hotp_value(_secret(member), int(time.time()) // PERIOD))


def member(key: str) -> Member:
    """Return who is called so. Raises KeyError for anybody else."""
    return {m.key: m for m in CAST}[key]


def _account(member: Member, at: datetime) -> Staff:
    staff = add_account(
        email=member.email,
        name=member.name,
        roles=frozenset(member.role.split()),
        password=None,
        by=HEARD_ITSELF,
        at=at,
    )
    add_code_factor(staff=staff, secret=_secret(member), by=HEARD_ITSELF, at=at)
    return staff


def _secret(member: Member) -> str:
    """Make the app's secret from the deployment's own key: no two demos share it."""
    words = f"demo {member.email}".encode()
    return base64.b32encode(hmac.digest(settings.SECRET_KEY.encode(), words, hashlib.sha1)).decode()
