"""The evidence that a yes names: that the child was heard, and that they were responded to."""

from django.db import models
from django.db.models import Q

from heard.child.evidence.models.point import Confirmation
from heard.child.reviews.models import Review
from heard.child.voice.models import Said, Step
from heard.kernel.ids import uuid7

EVIDENCE = ("heard", "responded")


class EvidenceNamed(models.Model):
    """One piece: something said, a step of its loop, a review, or a record elsewhere in words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    confirmation = models.ForeignKey(
        Confirmation, on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.CharField(max_length=10)
    said = models.ForeignKey(Said, null=True, blank=True, on_delete=models.PROTECT)
    step = models.ForeignKey(Step, null=True, blank=True, on_delete=models.PROTECT)
    review = models.ForeignKey(Review, null=True, blank=True, on_delete=models.PROTECT)
    reference = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "evidence named"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=EVIDENCE), name="evidence_kind_known"),
            models.CheckConstraint(
                condition=Q(said__isnull=False, step=None, review=None, reference="")
                | Q(said=None, step__isnull=False, review=None, reference="")
                | Q(said=None, step=None, review__isnull=False, reference="")
                | (Q(said=None, step=None, review=None) & ~Q(reference="")),
                name="evidence_is_one_piece",
            ),
        ]

    def __str__(self) -> str:
        return self.kind
