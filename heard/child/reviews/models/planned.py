"""A review to come: of which child, of which plan, when, and who will chair it."""

from django.db import models
from django.db.models import Q

from heard.child.people.models import LEVELS, Child, Worker
from heard.kernel.ids import uuid7


class PlannedReview(models.Model):
    """One child at a review to come. Children reviewed in one meeting share `together`.

    Another day or another chair is a new row; the one before is called off, with why.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="planned_reviews")
    together = models.UUIDField()
    plan_type = models.CharField(max_length=10)
    due = models.DateField()
    chair = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="to_chair")
    planned_at = models.DateTimeField()
    called_off_at = models.DateTimeField(null=True, blank=True)
    called_off_why = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["chair", "due"], name="reviews_to_chair")]
        constraints = [
            models.CheckConstraint(condition=Q(plan_type__in=LEVELS), name="planned_plan_known"),
            models.CheckConstraint(
                condition=Q(called_off_at__isnull=True) | ~Q(called_off_why=""),
                name="called_off_says_why",
            ),
            models.UniqueConstraint(fields=["together", "child"], name="child_planned_once"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_type} review due on {self.due}"
