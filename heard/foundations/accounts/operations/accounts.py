"""Making and changing accounts."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session

from heard.foundations.accounts.models import RoleHeld, Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("account.added")
def add_account(
    *,
    email: str,
    name: str,
    roles: frozenset[str],
    password: str | None,
    start_password_until: datetime | None = None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Staff:
    """Make an account for a member of staff. Raises ValidationError when the password is weak.

    With `start_password_until` the password opens only the page that changes it, until then.
    Without a password nobody signs in with one (the demo's cast).
    """
    staff = Staff(email=email.lower(), name=name, start_password_until=start_password_until)
    if password is not None:
        validate_password(password, staff)
    staff.set_password(password)  # None: no password fits
    staff.save(force_insert=True)
    EmailAddress.objects.create(user=staff, email=staff.email, primary=True, verified=True)
    RoleHeld.objects.bulk_create(RoleHeld(staff=staff, role=role) for role in sorted(roles))
    audit(subject=("staff", str(staff.id)), data={"roles": sorted(roles)})
    return staff


@operation("account.password_changed")
def change_password(
    *, staff: Staff, password: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Keep a new password of one's own; the form has checked its strength.

    The same again keeps what is kept: sessions hang on its salt, and a double click ends none.
    """
    kept = Staff.objects.select_for_update().get(pk=staff.pk)
    staff.password, staff.start_password_until = kept.password, None
    if not staff.check_password(password):
        staff.set_password(password)
    staff.save(update_fields=["password", "start_password_until"])
    audit(subject=("staff", str(staff.id)))


@operation("account.roles_changed")
def change_roles(
    *, staff: Staff, roles: frozenset[str], by: Actor, at: datetime, audit: Recorder
) -> None:
    """Give exactly these roles; they hold from the next page on."""
    before = sorted(staff.roles_held.values_list("role", flat=True))
    staff.roles_held.exclude(role__in=roles).delete()
    new = roles - set(before)
    RoleHeld.objects.bulk_create(RoleHeld(staff=staff, role=role) for role in sorted(new))
    audit(subject=("staff", str(staff.id)), data={"before": before, "after": sorted(roles)})


@operation("account.sessions_ended")
def end_sessions(*, staff: Staff, by: Actor, at: datetime, audit: Recorder) -> None:
    """End every session of a person, wherever it is; the next page asks them to sign in."""
    staff.times_sessions_ended += 1
    staff.save(update_fields=["times_sessions_ended"])
    keys = list(UserSession.objects.filter(user=staff).values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(user=staff).delete()
    audit(subject=("staff", str(staff.id)), data={"known": len(keys)})


@operation("account.closed")
def close_account(*, staff: Staff, by: Actor, at: datetime, audit: Recorder) -> None:
    """Close the account of somebody who left. What they did stays; they are out at once."""
    staff.is_active = False
    staff.save(update_fields=["is_active"])
    end_sessions(staff=staff, by=by, at=at)
    audit(subject=("staff", str(staff.id)))


@operation("account.opened_again")
def open_account_again(*, staff: Staff, by: Actor, at: datetime, audit: Recorder) -> None:
    """Open a closed account; password, second factor and roles are as they were."""
    staff.is_active = True
    staff.save(update_fields=["is_active"])
    audit(subject=("staff", str(staff.id)))


@operation("account.started_again")
def start_again(
    *,
    staff: Staff,
    password: str,
    start_password_until: datetime,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """For a lost second factor or password: both go, and a new start password begins anew."""
    validate_password(password, staff)
    staff.set_password(password)
    staff.start_password_until = start_password_until
    staff.save(update_fields=["password", "start_password_until"])
    Authenticator.objects.filter(user=staff).delete()
    end_sessions(staff=staff, by=by, at=at)
    audit(subject=("staff", str(staff.id)))


@operation("account.factor_given")
def add_code_factor(*, staff: Staff, secret: str, by: Actor, at: datetime, audit: Recorder) -> None:
    """Give an account an authenticator app whose secret (base32) is known: the demo's cast only."""
    TOTP.activate(staff, secret)
    audit(subject=("staff", str(staff.id)), data={"type": Authenticator.Type.TOTP.value})
