"""What the chair answered about one child at one review, and when."""

from django.conf import settings
from django.db import models

from heard.child.reviews.models.planned import PlannedReview
from heard.child.reviews.models.review import Review


class Recorded(models.Model):
    """The chair's plain answers, from which the code of the review follows (rules.code_of).

    Why a child could not take part stands on the review. A correction is a new review with
    answers of its own; the one before says that it was replaced.
    """

    review = models.OneToOneField(
        Review, primary_key=True, on_delete=models.PROTECT, related_name="recorded"
    )
    planned = models.ForeignKey(
        PlannedReview, null=True, blank=True, on_delete=models.PROTECT, related_name="recorded"
    )
    chose_not_to = models.BooleanField()
    there = models.BooleanField(null=True)
    spoke = models.BooleanField()
    own_way = models.BooleanField()
    advocate_spoke = models.BooleanField()
    views_came = models.BooleanField()
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT
    )
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "recorded"

    def __str__(self) -> str:
        return f"recorded at {self.recorded_at:%Y-%m-%d}"
