"""Notes that explain a return: kept as they were written, never changed."""

from django.db import models
from django.db.models import Q

from heard.authority.returns.models.version import ReturnVersion
from heard.kernel.ids import uuid7

ABOUT = ("correction", "whole", "1a", "2a", "2b", "2c")


class ReturnNote(models.Model):
    """What the analyst says about a figure, about the whole, or why a correction was needed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(ReturnVersion, on_delete=models.PROTECT, related_name="notes")
    about = models.CharField(max_length=10)
    text = models.CharField(max_length=4000)
    by_id = models.CharField(max_length=64)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(about__in=ABOUT), name="note_about_known"),
            models.CheckConstraint(condition=~Q(text=""), name="note_says_something"),
        ]

    def __str__(self) -> str:
        return f"note about {self.about}"
