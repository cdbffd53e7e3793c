"""What somebody said, word for word, and who may see it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heard.child.meetings.models import Meeting
from heard.child.people.models import Adult, Child, Worker
from heard.kernel.ids import uuid7
from heard.kernel.loop import State

SPEAKERS = ("child", "adult")
WAYS = (
    "form", "talk", "car", "text", "letter", "screenshot", "call", "drawing", "meeting",
    "after_review", "ending", "other",
)  # fmt: skip
AUDIENCES = ("worker", "helping", "named")
STATES = tuple(State)


class Said(models.Model):
    """One thing that a child, or an adult of their network, said. `words` never change.

    `adult` is the speaker when it was not the child. `audience`: only my worker, the people
    helping me, or people I name (00-product.md, "Who may see what somebody said").
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="said")
    speaker = models.CharField(max_length=5)
    adult = models.ForeignKey(
        Adult, null=True, blank=True, on_delete=models.PROTECT, related_name="said"
    )
    way = models.CharField(max_length=15)
    words = models.TextField(max_length=65_536, blank=True)
    language = models.CharField(max_length=64, blank=True)
    # "Did I write it right?" after somebody else typed it: yes, not_quite, or blank (not asked).
    written_right = models.CharField(max_length=10, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT
    )
    happened_on = models.DateField()
    received_at = models.DateTimeField()
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="said"
    )
    audience = models.CharField(max_length=10)
    not_parents = models.BooleanField()
    soon = models.BooleanField(default=False)
    asked_how_it_goes = models.BooleanField(default=False)
    state = models.CharField(max_length=15)
    holder = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="holds"
    )
    answer_by = models.DateField()
    opened_at = models.DateTimeField(null=True, blank=True)
    to_manager_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "said"
        indexes = [
            models.Index(fields=["child", "-happened_on"], name="said_of_child"),
            models.Index(fields=["holder", "state"], name="said_held"),
            models.Index(fields=["received_at"], condition=Q(opened_at=None), name="said_unopened"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(speaker="child", adult__isnull=True)
                | Q(speaker="adult", adult__isnull=False),
                name="said_by_one",
            ),
            models.CheckConstraint(condition=Q(way__in=WAYS), name="way_known"),
            models.CheckConstraint(condition=Q(audience__in=AUDIENCES), name="audience_known"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="said_state_known"),
        ]

    def __str__(self) -> str:
        return f"said on {self.happened_on}"


class NamedPerson(models.Model):
    """Somebody whom the speaker named: a member of staff or an adult, until taken back."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    said = models.ForeignKey(Said, on_delete=models.PROTECT, related_name="named")
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT
    )
    adult = models.ForeignKey(Adult, null=True, blank=True, on_delete=models.PROTECT)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "named people"
        constraints = [
            models.CheckConstraint(
                condition=Q(staff__isnull=False, adult__isnull=True)
                | Q(staff__isnull=True, adult__isnull=False),
                name="named_is_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.staff or self.adult)


class Choice(models.Model):
    """Each time that somebody chose who may see it; the latest counts, none is overwritten."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    said = models.ForeignKey(Said, on_delete=models.PROTECT, related_name="choices")
    audience = models.CharField(max_length=10)
    not_parents = models.BooleanField()
    by_speaker = models.BooleanField()
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(audience__in=AUDIENCES), name="choice_known"),
        ]

    def __str__(self) -> str:
        return self.audience
