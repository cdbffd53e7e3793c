"""A wording of a form that the authority wrote itself."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from heard.child.feedback.rules import KINDS, OWN_FROM
from heard.kernel.ids import uuid7


class OwnWording(models.Model):
    """Another language of a form, or other words for its questions. Its words never change.

    `content` is the form as it was sent (definitions.reading). Own versions begin with OWN_FROM,
    so that no version that comes with Heard ever takes the place of one that answers name.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.CharField(max_length=64)
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=16)
    kind = models.CharField(max_length=15)
    content = models.JSONField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="wordings_added"
    )
    added_at = models.DateTimeField()
    # From then on it is not offered; what was asked with it is read as before.
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version", "language"], name="one_own_wording"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="own_wording_kind_known"),
            models.CheckConstraint(condition=Q(key=F("kind")), name="own_wording_key_of_kind"),
            models.CheckConstraint(
                condition=Q(version__gte=OWN_FROM), name="own_wording_takes_none_of_ours"
            ),
            models.CheckConstraint(condition=~Q(language=""), name="own_wording_has_a_language"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("added_at")),
                name="own_wording_withdrawn_later",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version} in {self.language}"
