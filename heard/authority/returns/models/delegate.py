"""Who may sign in the director's place, and from when to when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from heard.kernel.ids import uuid7


class Delegate(models.Model):
    """A person whom the director named; both days are included."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="delegations"
    )
    from_day = models.DateField()
    until_day = models.DateField()
    named_by_id = models.CharField(max_length=64)
    named_by_name = models.CharField(max_length=150)
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_day__gte=F("from_day")), name="delegate_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.staff} until {self.until_day}"
