"""Who may read a record beside those who work with the child."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from heard.child.people.models.child import Child
from heard.kernel.ids import uuid7


class NamedReader(models.Model):
    """Somebody whom the manager named as a reader of a restricted record."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="named_readers")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    reason = models.CharField(max_length=500)
    named_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["child", "staff"], name="named_once")]

    def __str__(self) -> str:
        return f"{self.staff} may read"


class OpenedGlass(models.Model):
    """A record opened by somebody who does not work with the child: reason, and until when."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="opened_glass")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    reason = models.CharField(max_length=1000)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="glass_needs_a_reason"),
            models.CheckConstraint(
                condition=Q(until__gt=F("opened_at")), name="glass_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff} until {self.until}"
