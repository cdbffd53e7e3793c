"""Runs of imports, the rows that a person must look at, and the reviews that one set aside."""

from django.db import models

from heard.kernel.ids import uuid7

KINDS = ("facts", "ssda903")
# received: waits for the look. looked: says what would change, waits for a person. asked: a person
# said "bring it in". The rest is the end.
STATES = ("received", "looked", "asked", "loaded", "refused", "discarded", "failed")


class ImportRun(models.Model):
    """One bringing in: who, when, which files, and what it changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=10)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    by_kind = models.CharField(max_length=10)
    by_id = models.CharField(max_length=150)
    by_name = models.CharField(max_length=150)
    # JSON: [{"name", "bytes", "sha256"}] of the files as they were sent.
    files = models.TextField()
    # JSON: the summary of the look or of the loading; counts, notes and bad rows.
    summary = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["-started_at"], name="imports_newest_first")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="import_kind_known"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="import_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state} {self.started_at:%Y-%m-%d}"


class QuarantinedRow(models.Model):
    """A row that was not loaded: kept as it was sent, with the reason, until a person is done."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="quarantined")
    table = models.CharField(max_length=30)
    file = models.CharField(max_length=255)
    line = models.PositiveIntegerField()
    reason = models.CharField(max_length=500)
    # The reason without its particulars, so that like rows can be looked at together.
    kind = models.CharField(max_length=200)
    raw = models.TextField()
    # The same row again (in whatever file and line) adds nothing.
    digest = models.CharField(max_length=64, unique=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.CharField(max_length=150, blank=True)
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        indexes = [models.Index(fields=["resolved_at", "kind", "id"], name="quarantine_by_kind")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(resolved_at__isnull=True) | ~models.Q(note=""),
                name="quarantine_resolved_with_a_note",
            )
        ]

    def __str__(self) -> str:
        return f"{self.file} line {self.line}"


class SetAsideReview(models.Model):
    """A review that a person set aside: a later extract that still has it changes nothing."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    review = models.UUIDField(unique=True)
    right = models.UUIDField()
    reason = models.CharField(max_length=1000)
    settled_at = models.DateTimeField()
    settled_by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="settled_with_a_reason")
        ]

    def __str__(self) -> str:
        return f"review {self.review} set aside"
