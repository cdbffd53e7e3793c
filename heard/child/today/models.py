"""Who goes to a child that needs somebody soon, and what is brought to supervision."""

from django.conf import settings
from django.db import models

from heard.child.people.models import Worker
from heard.child.voice.models import Said
from heard.kernel.ids import uuid7


class OnIt(models.Model):
    """Somebody of the duty team is on it: they go to the person who needs somebody soon."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    said = models.ForeignKey(Said, on_delete=models.PROTECT, related_name="on_it")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "on it"
        constraints = [
            models.UniqueConstraint(fields=["said", "staff"], name="on_it_once"),
        ]

    def __str__(self) -> str:
        return f"{self.staff} since {self.since}"


class Brought(models.Model):
    """A worker brings something said to supervision, with what they want to think about."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    said = models.ForeignKey(Said, on_delete=models.PROTECT, related_name="brought")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="brought")
    about = models.CharField(max_length=1000, blank=True)
    brought_at = models.DateTimeField()
    talked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "brought"
        constraints = [
            models.UniqueConstraint(
                fields=["said", "worker"], condition=models.Q(talked_at=None), name="brought_once"
            ),
        ]

    def __str__(self) -> str:
        return f"brought at {self.brought_at}"
