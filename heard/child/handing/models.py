"""The device in the hands of somebody who answers."""

from django.conf import settings
from django.db import models

from heard.kernel.ids import uuid7

LONGEST_PATH = 200


class Lent(models.Model):
    """A session of somebody who works here that opens these pages and nothing else, until it is
    given back.

    It is not kept in the session itself: another request of the same browser that ends later would
    write the session as it was before. `session` is a keyed hash; the paths are as in `Pages`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    session = models.CharField(max_length=64)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="lent"
    )
    opens = models.JSONField()
    first = models.CharField(max_length=LONGEST_PATH)
    back_to = models.CharField(max_length=LONGEST_PATH)
    lent_at = models.DateTimeField()
    back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "lent"
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=models.Q(back_at=None), name="in_hands_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"lent on {self.lent_at:%Y-%m-%d}"
