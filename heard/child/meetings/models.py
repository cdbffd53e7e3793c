"""A meeting, and who was there."""

from django.db import models
from django.db.models import Q

from heard.child.people.models import Adult, Child, Worker
from heard.kernel.ids import uuid7

KINDS = ("visit", "school", "office", "outside", "call", "review", "other")
# What kind of conversation it was: a number means nothing without it (S0, appendix A).
CONVERSATIONS = ("ordinary", "first", "hard_message", "good_news", "ending", "other")


class Meeting(models.Model):
    """A worker met people of a family. `happened_at` is theirs, `received_at` the server's."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="meetings")
    happened_at = models.DateTimeField()
    received_at = models.DateTimeField()
    kind = models.CharField(max_length=10)
    place = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=1000, blank=True)
    conversation = models.CharField(max_length=15)
    note = models.TextField(max_length=65_536, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="meeting_kind_known"),
            models.CheckConstraint(
                condition=Q(conversation__in=CONVERSATIONS), name="conversation_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.happened_at:%Y-%m-%d}"


class Present(models.Model):
    """Somebody who was there: a child, an adult of the network, or another, in words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="present")
    child = models.ForeignKey(
        Child, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings"
    )
    adult = models.ForeignKey(
        Adult, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings"
    )
    other = models.CharField(max_length=200, blank=True)
    seen_alone = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "present"
        constraints = [
            models.CheckConstraint(
                condition=Q(child__isnull=False, adult__isnull=True, other="")
                | Q(child__isnull=True, adult__isnull=False, other="")
                | (Q(child__isnull=True, adult__isnull=True) & ~Q(other="")),
                name="present_is_one",
            ),
            models.UniqueConstraint(fields=["meeting", "child"], name="child_present_once"),
            models.UniqueConstraint(fields=["meeting", "adult"], name="adult_present_once"),
        ]

    def __str__(self) -> str:
        return f"at {self.meeting}"
