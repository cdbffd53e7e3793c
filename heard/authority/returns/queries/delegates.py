"""Who may sign in the director's place."""

from datetime import date
from uuid import UUID

from heard.authority.returns.models import Delegate
from heard.authority.returns.permissions import signs_as
from heard.foundations.access.permissions import P
from heard.foundations.access.roles import ROLES
from heard.foundations.accounts.models import Staff


def namings() -> list[Delegate]:
    """Return everybody who was ever named, the latest first."""
    return list(Delegate.objects.select_related("staff").order_by("-named_at"))


def naming(naming_id: UUID) -> Delegate | None:
    """Return one delegation."""
    return Delegate.objects.filter(pk=naming_id).first()


def capacity(staff: Staff, today: date) -> str | None:
    """Return in what capacity this person may sign today, or None."""
    return signs_as(staff, Delegate.objects.filter(staff=staff), today)


def may_be_named() -> list[Staff]:
    """Return active staff who may read returns and are not directors themselves, by name."""
    active = Staff.objects.filter(is_active=True, roles_held__role__in=_roles_with(P.READ_RETURNS))
    directors = Staff.objects.filter(roles_held__role__in=_roles_with(P.SIGN_RETURNS))
    return list(active.exclude(pk__in=directors).distinct().order_by("name"))


def _roles_with(permission: P) -> list[str]:
    return [name for name, role in ROLES.items() if permission in role.permissions]
