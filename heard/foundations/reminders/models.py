"""Alerts: something that a member of staff should know, until they have seen it."""

from django.conf import settings
from django.db import models

from heard.kernel.ids import uuid7


class Alert(models.Model):
    """One alert to one person. The text names no child; the link leads to where the reason is."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    kind = models.CharField(max_length=40)
    text = models.CharField(max_length=300)
    link = models.CharField(max_length=200, blank=True)
    raised_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    email_due_at = models.DateTimeField(null=True, blank=True)
    email_attempts = models.PositiveSmallIntegerField(default=0)
    email_sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["staff", "seen_at"], name="alerts_of_staff")]

    def __str__(self) -> str:
        return self.text
