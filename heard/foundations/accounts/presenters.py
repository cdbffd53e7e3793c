"""Accounts as the administrator reads them."""

from typing import NamedTuple
from uuid import UUID

from heard.foundations.access.roles import ROLES
from heard.foundations.accounts.models import Staff


class Line(NamedTuple):
    """One account in the list."""

    id: UUID
    name: str
    email: str
    roles: str
    state: str


def line(staff: Staff) -> Line:
    """Return one line of the list; `staff` comes from `queries.accounts`."""
    titles = ", ".join(ROLES[role].title for role in ROLES if role in staff.roles)
    return Line(staff.id, staff.name, staff.email, titles, state(staff))


def state(staff: Staff) -> str:
    """Say in words where this account stands."""
    if not staff.is_active:
        return "Closed"
    if staff.start_password_until:
        return "Has not signed in with a password of their own yet"
    if not staff.second_factor:  # type: ignore[attr-defined]  # annotated by the query
        return "Has no second factor yet"
    return "In use"
