"""Every step of a loop, in order, and what was said in the talk."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heard.child.people.models import Worker
from heard.child.voice.models.said import Said
from heard.kernel.ids import uuid7
from heard.kernel.loop import MOVES

BY = ("person", "staff", "time")


class Step(models.Model):
    """One move of the loop (kernel.loop): who, when it happened, when it was recorded, words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    said = models.ForeignKey(Said, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    move = models.CharField(max_length=15)
    by = models.CharField(max_length=6)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT
    )
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    words = models.TextField(max_length=65_536, blank=True)
    to_worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT)
    due = models.DateField(null=True, blank=True)
    # Passed on: the person was told who has it now.
    person_told = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["said", "number"], name="steps_in_one_order"),
            models.CheckConstraint(condition=Q(move__in=list(MOVES)), name="step_move_known"),
            models.CheckConstraint(condition=Q(by__in=BY), name="step_by_known"),
            models.CheckConstraint(
                condition=~Q(move="passed_on") | Q(to_worker__isnull=False, due__isnull=False),
                name="passed_on_needs_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(move__in=("done", "not_possible", "left")) | ~Q(words=""),
                name="an_answer_has_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.move} on {self.happened_on}"


class TalkedOver(models.Model):
    """The talk about what was said: the words of the step `heard`, in their parts (S0, ch. 2).

    `will_change` with `by_when` is a promise: it stays open until somebody says what changed.
    """

    step = models.OneToOneField(
        Step, primary_key=True, on_delete=models.PROTECT, related_name="talk"
    )
    about = models.TextField(max_length=65_536)
    learned = models.TextField(max_length=65_536, blank=True)
    will_change = models.TextField(max_length=65_536, blank=True)
    by_when = models.DateField(null=True, blank=True)
    cannot_change = models.TextField(max_length=65_536, blank=True)

    class Meta:
        verbose_name_plural = "talked over"
        constraints = [
            models.CheckConstraint(condition=~Q(about=""), name="talk_says_what_about"),
        ]

    def __str__(self) -> str:
        return str(self.step)
