"""What was answered to one question: versions, none of which ever changes."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heard.child.feedback.models.form import Form
from heard.child.feedback.rules import ANSWER_STATES, HIGHEST, LOWEST, WRITTEN_RIGHT


class Answer(models.Model):
    """One version of the answer to one question; the highest `number` counts.

    The id comes from the device. `happened_at` is the device's time, `received_at` the server's.
    `score` is read in this app only, for the person, the worker and the worker's manager (law 3).
    """

    id = models.UUIDField(primary_key=True, editable=False)
    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=15)
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(max_length=65_536, blank=True)
    simpler_used = models.BooleanField(default=False)
    written_right = models.CharField(max_length=10, blank=True)
    happened_at = models.DateTimeField()
    received_at = models.DateTimeField()
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["form", "question", "number"], name="one_version_per_number"
            ),
            models.CheckConstraint(condition=Q(state__in=ANSWER_STATES), name="answer_state_known"),
            models.CheckConstraint(
                condition=Q(score__isnull=True)
                | Q(state="answered", score__gte=LOWEST, score__lte=HIGHEST),
                name="score_only_when_answered",
            ),
            models.CheckConstraint(
                condition=Q(written_right__in=("", *WRITTEN_RIGHT)), name="written_right_known"
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.number} to question {self.question}"
