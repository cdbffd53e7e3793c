"""The two questions to a child after their review."""

from django.db import models
from django.db.models import Q

from heard.child.reviews.models.review import Review
from heard.child.voice.models import Said
from heard.kernel.ids import uuid7

QUESTIONS = ("how", "better")
OUTCOMES = ("said", "skipped", "not_today")


class AfterReview(models.Model):
    """What became of one question: said, skipped, or "not today" for both (then no question).

    The words themselves are in the loop, as everything that somebody said. A question that has
    no row was not asked.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="after")
    question = models.CharField(max_length=10, blank=True)
    outcome = models.CharField(max_length=10)
    said = models.OneToOneField(
        Said, null=True, blank=True, on_delete=models.PROTECT, related_name="after_review"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "after a review"
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="not_today", question="")
                | Q(outcome__in=("said", "skipped"), question__in=QUESTIONS),
                name="after_review_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome="said", said__isnull=False)
                | (~Q(outcome="said") & Q(said__isnull=True)),
                name="after_review_has_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question or 'both'}: {self.outcome}"
