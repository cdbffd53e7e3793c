"""Askings, the talks about them, and decisions that asking is not appropriate."""

from django.db import models
from django.db.models import F, Q

from heard.child.people.models import Child
from heard.kernel.ids import uuid7

ASKED_BY = ("worker", "provider", "other")
ASKED_OF = ("child", "young_person", "parent", "network")


class Asking(models.Model):
    """Feedback was sought on a day. The answer is kept elsewhere; no words and no score here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    authority_asking_id = models.CharField(max_length=64)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="askings")
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=10)
    asked_of = models.CharField(max_length=15)
    filled_in_how = models.CharField(max_length=200, blank=True)
    declined = models.BooleanField(default=False)
    source = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(asked_by__in=ASKED_BY), name="asked_by_known"),
            models.CheckConstraint(condition=Q(asked_of__in=ASKED_OF), name="asked_of_known"),
            models.UniqueConstraint(
                fields=["authority_asking_id", "child"], name="one_asking_per_child"
            ),
        ]

    def __str__(self) -> str:
        return f"asked on {self.asked_on}"


class Talk(models.Model):
    """What was said was talked over on a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    asking = models.ForeignKey(Asking, on_delete=models.PROTECT, related_name="talks")
    talked_on = models.DateField()
    source = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asking", "talked_on"], name="one_talk_a_day")
        ]

    def __str__(self) -> str:
        return f"talked on {self.talked_on}"


class Exemption(models.Model):
    """A manager agreed that asking is not appropriate for a time, with a reason (law 9)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="exemptions")
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=4000)
    agreed_by = models.CharField(max_length=200)
    agreed_on = models.DateField(null=True, blank=True)
    # Who ended it before its day, and why; its last day is then `to_date`.
    ended_by = models.CharField(max_length=200, blank=True, db_default="")
    ended_why = models.CharField(max_length=2000, blank=True, db_default="")
    source = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="exemption_needs_a_reason"),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="exemption_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(ended_by="") | (~Q(ended_why="") & Q(to_date__isnull=False)),
                name="exemption_ended_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"not appropriate from {self.from_date}"
