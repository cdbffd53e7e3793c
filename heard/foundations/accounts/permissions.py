"""May this person keep accounts?"""

from django.core.exceptions import PermissionDenied

from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff

ONESELF = (
    "This is your own account. Ask another administrator, so that nobody locks themselves out."
)


def check_can_keep_accounts(staff: Staff) -> None:
    """Raise PermissionDenied, with the reason, unless this person keeps the accounts."""
    if not staff.may(P.SEE_ACCOUNTS):
        raise PermissionDenied("Only an administrator keeps the accounts.")


def check_can_change(staff: Staff, other: Staff) -> None:
    """Raise PermissionDenied, with the reason, unless this person may change that account."""
    check_can_keep_accounts(staff)
    if staff.pk == other.pk:
        raise PermissionDenied(ONESELF)


def can_change(staff: Staff, other: Staff) -> bool:
    """Say whether this person may change that account."""
    try:
        check_can_change(staff, other)
    except PermissionDenied:
        return False
    return True
