"""Who may sign, and what stands in the way of signing."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from heard.authority.returns.models import Delegate
from heard.foundations.access.permissions import P

DIRECTOR = "director"
DELEGATE = "delegate of the director"


class NotAllowed(Exception):
    """This person may not do this; the message says why and who may."""


class Holder(Protocol):
    """Somebody who holds permissions (accounts.Staff)."""

    def may(self, permission: P) -> bool:
        """Say whether this person holds a permission."""


def in_force(naming: Delegate, today: date) -> bool:
    """Say whether a delegation holds on the day, both days included, and was not ended."""
    return naming.ended_at is None and naming.from_day <= today <= naming.until_day


def signs_as(staff: Holder, namings: Iterable[Delegate], today: date) -> str | None:
    """Return in what capacity this person may sign today, or None for who may not."""
    if staff.may(P.SIGN_RETURNS):
        return DIRECTOR
    may_read = staff.may(P.READ_RETURNS)
    return DELEGATE if may_read and any(in_force(one, today) for one in namings) else None


def check_can_sign(staff: Holder, namings: Iterable[Delegate], today: date) -> str:
    """Return the capacity in which this person signs; raises NotAllowed with the reason."""
    capacity = signs_as(staff, namings, today)
    if capacity is None:
        raise NotAllowed(
            "Only the director signs a return, or the person whom the director has named for "
            "today. Ask the director to sign, or to name you."
        )
    return capacity
