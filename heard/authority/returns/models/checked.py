"""What the written checks found in a version, and the errors that the director accepted."""

from django.db import models
from django.db.models import Q

from heard.authority.returns.models.version import ReturnVersion
from heard.kernel.ids import uuid7


class ReturnCheck(models.Model):
    """A check that found something, in the words it had then. `found`: hash of what it found."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(ReturnVersion, on_delete=models.PROTECT, related_name="checks")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=10)
    text = models.CharField(max_length=1000)
    count = models.PositiveIntegerField()
    ran = models.BooleanField(default=True)
    found = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="one_check_of_a_code"),
            models.CheckConstraint(
                condition=Q(severity__in=("error", "warning")), name="check_severity_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.count}"


class CheckRecord(models.Model):
    """One record that breaks a check: opaque ids only. `child` is empty where it has none."""

    pk = models.CompositePrimaryKey("version_id", "code", "position")
    version = models.ForeignKey(
        ReturnVersion,
        on_delete=models.PROTECT,
        related_name="records",
        db_index=False,
        db_constraint=False,
    )
    code = models.CharField(max_length=60)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, blank=True)
    ref = models.CharField(max_length=80)
    child = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.code} {self.ref}"


class AcceptedError(models.Model):
    """The director accepts an error, with a reason; it holds for these figures and records only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(ReturnVersion, on_delete=models.PROTECT, related_name="accepted")
    code = models.CharField(max_length=60)
    content_hash = models.CharField(max_length=64)
    found = models.CharField(max_length=64)
    reason = models.CharField(max_length=2000)
    by_id = models.CharField(max_length=64)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "code", "content_hash", "found"], name="accepted_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="accepting_needs_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.code} accepted by {self.by_name}"
