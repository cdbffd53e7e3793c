"""Members of staff and the roles they hold."""

from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

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

    last_login = None  # type: ignore[assignment]  # the audit trail knows
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)

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
        return frozenset(self.roles_held.values_list("role", flat=True))

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
