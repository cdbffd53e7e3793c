"""Making and changing accounts."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password

from heard.foundations.accounts.models import RoleHeld, Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("account.added")
def add_account(
    *,
    email: str,
    name: str,
    roles: frozenset[str],
    password: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Staff:
    """Make an account for a member of staff. Raises ValidationError when the password is weak."""
    staff = Staff(email=email.lower(), name=name)
    validate_password(password, staff)
    staff.set_password(password)
    staff.save(force_insert=True)
    EmailAddress.objects.create(user=staff, email=staff.email, primary=True, verified=True)
    RoleHeld.objects.bulk_create(RoleHeld(staff=staff, role=role) for role in sorted(roles))
    audit(subject=("staff", str(staff.id)), data={"roles": sorted(roles)})
    return staff


@operation("account.password_changed")
def change_password(
    *, staff: Staff, password: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Keep a new password; the form has checked its strength."""
    staff.set_password(password)
    staff.save(update_fields=["password"])
    audit(subject=("staff", str(staff.id)))
