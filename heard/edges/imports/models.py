"""Runs of imports, the rows that a person must look at, and the reviews that one set aside."""

from django.db import models

from heard.kernel.ids import uuid7

KINDS = ("facts", "ssda903", "ssd", "annex_a", "cin")
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


class MappedWords(models.Model):
    """What somebody of the authority decided that a text means; the last decision counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.CharField(max_length=20)
    # The text without case, spaces and punctuation (words_to_codes.normalise), and as one form
    # wrote it.
    key = models.CharField(max_length=200)
    written = models.CharField(max_length=200)
    # Both blank: it says nothing of how the child took part. local: nobody can say.
    scheme = models.CharField(max_length=10, blank=True)
    code = models.CharField(max_length=10, blank=True)
    decided_by = models.CharField(max_length=150)
    decided_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "mapped words"
        indexes = [models.Index(fields=["source", "key"], name="mapped_words_by_key")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(scheme__in=("", "local"), code="")
                | models.Q(scheme="ssda903", code__in=[f"PN{n}" for n in range(8)])
                | models.Q(scheme="voice-2023", code__in=[f"PN{n}" for n in range(1, 9)]),
                name="mapped_to_a_known_code",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.scheme} {self.code}"


class WordsOfReview(models.Model):
    """The words from which a review's code came, so that a changed decision reaches it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    review = models.UUIDField(unique=True)
    source = models.CharField(max_length=20)
    key = models.CharField(max_length=200)
    written = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "words of reviews"
        indexes = [models.Index(fields=["source", "key"], name="words_of_reviews_by_key")]

    def __str__(self) -> str:
        return f"words of review {self.review}"


class Closing(models.Model):
    """Work, or an allocation, that the last extract does not have any more: it ends on a day.

    Many at once wait until a person agrees: a file that was cut off must not close thousands.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="closings")
    child = models.UUIDField()
    thing = models.CharField(max_length=10)
    row = models.UUIDField()
    ends_on = models.DateField()
    state = models.CharField(max_length=10)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)

    class Meta:
        indexes = [models.Index(fields=["run", "state"], name="closings_of_a_run")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(thing__in=("work", "allocation")), name="closing_thing_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", decided_at__isnull=True)
                | models.Q(state__in=("agreed", "refused", "overtaken"), decided_at__isnull=False),
                name="closing_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thing} {self.row} {self.state}"


class LastRead(models.Model):
    """What a system said of a child the last time: the same again is passed by."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.CharField(max_length=20)
    child = models.UUIDField()
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "last read"
        constraints = [
            models.UniqueConstraint(fields=["source", "child"], name="last_read_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.child}"


class ChildToDecide(models.Model):
    """An extract has a child's id with another date of birth than Heard: a person decides."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.CharField(max_length=20)
    child = models.UUIDField()
    authority_id = models.CharField(max_length=64)
    born_here = models.DateField()
    born_there = models.DateField()
    found_at = models.DateTimeField()
    # extract, heard: the same child, and whose date is right. over: the extract says so no more.
    state = models.CharField(max_length=10)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "children to decide"
        constraints = [
            models.UniqueConstraint(fields=["child", "born_there"], name="child_decided_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=("waiting", "over"))
                | (models.Q(state__in=("extract", "heard", "another")) & ~models.Q(reason="")),
                name="child_decided_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.state}"
