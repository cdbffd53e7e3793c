"""Points (a child at an assessment or closure) and the answers given about them."""

from django.db import models
from django.db.models import Q

from heard.child.people.models import Child
from heard.kernel.ids import uuid7

KINDS = ("assessment", "closure")
ANSWERS = ("yes", "no", "not_appropriate")


class Point(models.Model):
    """One child at one assessment or one closure; without a day it is not completed yet."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=10)
    authority_point_id = models.CharField(max_length=64)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="points")
    day = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=20)

    class Meta:
        indexes = [models.Index(fields=["kind", "day"], name="points_by_day")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="point_kind_known"),
            models.UniqueConstraint(
                fields=["kind", "authority_point_id", "child"], name="one_point_per_child"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.day}"


class Confirmation(models.Model):
    """An answer about a point. It names the point by its ids: it may come before the point does."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=10)
    authority_point_id = models.CharField(max_length=64)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="confirmations")
    answer = models.CharField(max_length=20)
    reason = models.CharField(max_length=4000, blank=True)
    answered_on = models.DateField()
    answered_by = models.CharField(max_length=200)
    # The order in which answers were recorded: of two on one day, the later counts.
    sequence = models.BigIntegerField()
    source = models.CharField(max_length=20)
    # How many pieces of evidence it names (EvidenceNamed); an imported answer has none.
    heard_pieces = models.PositiveSmallIntegerField(default=0, db_default=0)
    responded_pieces = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        indexes = [
            models.Index(
                fields=["kind", "authority_point_id", "child", "answered_on", "sequence"],
                name="answers_of_a_point",
            )
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="confirmation_kind_known"),
            models.CheckConstraint(condition=Q(answer__in=ANSWERS), name="answer_known"),
            models.CheckConstraint(
                condition=~Q(answer="not_appropriate") | ~Q(reason=""),
                name="not_appropriate_needs_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(source="heard", answer="yes")
                | Q(heard_pieces__gte=1, responded_pieces__gte=1),
                name="a_yes_given_here_names_its_evidence",
            ),
            models.UniqueConstraint(fields=["sequence"], name="confirmations_in_one_order"),
        ]

    def __str__(self) -> str:
        return f"{self.answer} on {self.answered_on}"
