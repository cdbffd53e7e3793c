"""A version of a return: a draft that may be built again, or signed and frozen for good."""

from django.db import models
from django.db.models import Q

from heard.kernel.ids import uuid7

DRAFT, SIGNED, SET_ASIDE = "draft", "signed", "set_aside"
STATES = (DRAFT, SIGNED, SET_ASIDE)


class ReturnVersion(models.Model):
    """One version of one year's return. Triggers of the database freeze it when it is signed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    year = models.CharField(max_length=7)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, default=DRAFT)
    as_of = models.DateField()
    authority_code = models.CharField(max_length=3, blank=True)
    authority_name = models.CharField(max_length=100, blank=True)
    asking_began_on = models.DateField(null=True, blank=True)
    # Canonical JSON, as text: a database that sorts or rounds JSON would break the hash.
    items = models.TextField()
    content_hash = models.CharField(max_length=64)
    built_at = models.DateTimeField()
    built_by_id = models.CharField(max_length=64)
    built_by_name = models.CharField(max_length=150)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by_id = models.CharField(max_length=64, blank=True)
    signed_by_name = models.CharField(max_length=150, blank=True)
    # "director" or "delegate of the director": what they were when they signed.
    signed_as = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="one_version_of_a_number"),
            models.UniqueConstraint(
                fields=["year"], condition=Q(state=DRAFT), name="one_draft_of_a_year"
            ),
            models.CheckConstraint(condition=Q(state__in=STATES), name="return_state_known"),
            models.CheckConstraint(
                condition=Q(state=SIGNED) & ~Q(signed_by_name="") & Q(signed_at__isnull=False)
                | ~Q(state=SIGNED) & Q(signed_by_name="") & Q(signed_at__isnull=True),
                name="signed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"return {self.year}, version {self.number}"
