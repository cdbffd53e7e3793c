"""Reviews: one row for each child at each meeting that reviewed a plan."""

from django.db import models
from django.db.models import Q

from heard.child.people.models import LEVELS, Child, Worker
from heard.kernel.ids import uuid7

SCHEMES = ("voice-2023", "ssda903", "local")
VOICE_CODES = tuple(f"PN{n}" for n in range(1, 9))
SSDA903_CODES = tuple(f"PN{n}" for n in range(8))


class Review(models.Model):
    """How one child took part in one review. A code never stands without its scheme."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="reviews")
    authority_review_id = models.CharField(max_length=64, blank=True)
    plan_type = models.CharField(max_length=10)
    held_on = models.DateField()
    cancelled = models.BooleanField(default=False)
    scheme = models.CharField(max_length=10, blank=True)
    code = models.CharField(max_length=200, blank=True)
    # What the code means, comparable across schemes (kernel.codes.meaning); set by operations.
    meaning = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=4000, blank=True)
    chair = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT)
    source = models.CharField(max_length=20)
    # The chair put it right later: this row is set aside, and that one counts.
    replaced_by = models.ForeignKey(
        "reviews.Review",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaces",
    )

    class Meta:
        indexes = [
            # Holds all that 2b is counted from, so that counting never touches the table.
            models.Index(
                fields=["held_on", "plan_type", "child", "meaning", "cancelled"],
                name="reviews_by_day",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(plan_type__in=LEVELS), name="review_plan_known"),
            models.CheckConstraint(
                condition=Q(code="") | Q(scheme__in=SCHEMES), name="code_needs_its_scheme"
            ),
            models.CheckConstraint(
                condition=~Q(scheme="voice-2023") | Q(code__in=("", *VOICE_CODES)),
                name="voice_code_known",
            ),
            models.CheckConstraint(
                condition=~Q(scheme="ssda903") | Q(code__in=("", *SSDA903_CODES)),
                name="ssda903_code_known",
            ),
            models.CheckConstraint(
                condition=~Q(scheme="voice-2023", code="PN8") | ~Q(reason=""),
                name="pn8_needs_a_reason",
            ),
            models.UniqueConstraint(
                fields=["authority_review_id", "child"],
                condition=~Q(authority_review_id=""),
                name="one_row_per_child_of_a_review",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_type} review on {self.held_on}"
