"""A one-use link or printed code, through which one person answers on their own."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heard.child.people.models import Adult, Child
from heard.kernel.ids import uuid7

# What it opens: a feedback form, "were you told?", or the questions when the work ends.
PURPOSES = ("form", "told", "ending")
# How it reaches the person: a phone of their own, paper at home, or used beside the worker.
LINK_WAYS = ("own_phone", "letterbox", "with_worker")


class Link(models.Model):
    """Opens one thing for one person, once, in one browser. Only a keyed hash of it is kept.

    `subject` is the form or the thing said. `adult` is whose it is when it is not the child's.
    A link is made only after the safe-contact check (`safe_words`: who said what about it).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=6)
    subject = models.UUIDField()
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="links")
    adult = models.ForeignKey(Adult, null=True, blank=True, on_delete=models.PROTECT)
    way = models.CharField(max_length=11)
    safe_words = models.CharField(max_length=500)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    # The browser that opened it: a keyed hash of its cookie.
    opened_by = models.CharField(max_length=64, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["purpose", "subject"], name="links_of_a_thing")]
        constraints = [
            models.CheckConstraint(condition=Q(purpose__in=PURPOSES), name="link_purpose_known"),
            models.CheckConstraint(condition=Q(way__in=LINK_WAYS), name="link_way_known"),
            models.CheckConstraint(condition=~Q(safe_words=""), name="link_needs_a_safe_check"),
        ]

    def __str__(self) -> str:
        return f"for {self.purpose} until {self.expires_at:%Y-%m-%d}"


class DoorTries(models.Model):
    """Codes that opened nothing, of late, at the whole door: one row, about nobody."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    since = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "tries at the door"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="one_family_door")]

    def __str__(self) -> str:
        return f"{self.count} since {self.since:%H:%M}"
