"""The tablet in the hands of somebody who answers."""

from django.db import models

from heard.child.people.models import Worker
from heard.kernel.ids import uuid7


class Lent(models.Model):
    """A worker's session that opens these forms and nothing else, until it is given back.

    It is not kept in the session itself: another request of the same browser that ends later would
    write the session as it was before. `session` is a keyed hash.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    session = models.CharField(max_length=64)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="lent")
    forms = models.JSONField()
    lent_at = models.DateTimeField()
    back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "lent"
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=models.Q(back_at=None), name="lent_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"lent on {self.lent_at:%Y-%m-%d}"
