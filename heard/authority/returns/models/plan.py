"""Item 1a, by hand: what is known of the annual voice plan of a year."""

from django.db import models
from django.db.models import Q

from heard.kernel.ids import uuid7


class VoicePlan(models.Model):
    """What somebody recorded of a year's plan; each change is the next row, the last one counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    year = models.CharField(max_length=7)
    number = models.PositiveIntegerField()
    published_on = models.DateField(null=True, blank=True)
    address = models.CharField(max_length=500, blank=True)
    child_friendly = models.BooleanField(default=False)
    scrutinised_by_young_people = models.BooleanField(default=False)
    by_id = models.CharField(max_length=64)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="one_plan_of_a_number"),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True, address="")
                | Q(published_on__isnull=False) & ~Q(address=""),
                name="published_has_day_and_address",
            ),
            models.CheckConstraint(
                condition=Q(address="")
                | Q(address__startswith="https://")
                | Q(address__startswith="http://"),
                name="plan_address_is_a_web_page",
            ),
        ]

    def __str__(self) -> str:
        return f"voice plan {self.year}"
