"""An assessment of one or several children, put up by the worker and authorised by the manager."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heard.kernel.ids import uuid7


class Assessment(models.Model):
    """Its children are points of this id, without a day until it is authorised.

    `reference`: where it stands in the case management system. One that is sent back says why;
    put up again it is a new one.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=200, blank=True)
    put_up_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    put_up_at = models.DateTimeField()
    authorised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    authorised_at = models.DateTimeField(null=True, blank=True)
    sent_back_at = models.DateTimeField(null=True, blank=True)
    sent_back_why = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(authorised_at__isnull=True) | Q(sent_back_at__isnull=True),
                name="authorised_or_sent_back",
            ),
            models.CheckConstraint(
                condition=Q(sent_back_at__isnull=True) | ~Q(sent_back_why=""),
                name="sent_back_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"put up at {self.put_up_at:%Y-%m-%d}"
