"""Members of staff, the roles they hold, and wrong tries to sign in."""

from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.db import models
from django.utils.crypto import salted_hmac

from heard.foundations.access.permissions import P
from heard.foundations.access.roles import ROLES, permissions_of
from heard.foundations.audit.actor import Actor
from heard.kernel.ids import uuid7


class StaffManager(BaseUserManager["Staff"]):
    """Finds staff by email, whatever its capitals; accounts are made by operations only."""

    def get_by_natural_key(self, username: str | None) -> "Staff":
        """Return the member of staff with this email; raises Staff.DoesNotExist."""
        return self.get(email__iexact=username)


class Staff(AbstractBaseUser):
    """A person who works for the authority and signs in."""

    last_login = None  # the audit trail knows
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    start_password_until = models.DateTimeField(null=True, blank=True)
    times_sessions_ended = models.PositiveIntegerField(default=0)

    objects = StaffManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name_plural = "staff"

    def __str__(self) -> str:
        return self.name

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles that this person holds now."""
        return frozenset(held.role for held in self.roles_held.all())

    @cached_property
    def permissions(self) -> frozenset[P]:
        """All that this person may do now."""
        return permissions_of(self.roles) if self.is_active else frozenset()

    def may(self, permission: P) -> bool:
        """Say whether this person holds a permission."""
        return permission in self.permissions

    @property
    def actor(self) -> Actor:
        """This person, as the audit trail names them."""
        return Actor("staff", str(self.id), self.name)

    def check_password(self, raw_password: str | None) -> bool:
        """Compare; a hash in an older style is not rewritten here, as only operations write."""
        return check_password(raw_password, self.password)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Tie each session to the password and to how often this person's sessions were ended."""
        value = f"{self.password}/{self.times_sessions_ended}"
        return salted_hmac("heard.session", value, secret=secret, algorithm="sha256").hexdigest()


class RoleHeld(models.Model):
    """One role of one person."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="roles_held")
    role = models.CharField(max_length=30)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["staff", "role"], name="one_role_once"),
            models.CheckConstraint(condition=models.Q(role__in=list(ROLES)), name="known_role"),
        ]

    def __str__(self) -> str:
        return f"{self.staff}: {self.role}"


class FailedTries(models.Model):
    """Wrong tries in a row for one account, or for one address that has none (kept alike).

    `key` is a keyed hash of what was typed: the table does not tell which addresses were tried.
    """

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveSmallIntegerField()
    last_at = models.DateTimeField()
    wait_until = models.DateTimeField()

    class Meta:
        verbose_name_plural = "failed tries"

    def __str__(self) -> str:
        return f"{self.count} until {self.wait_until}"
