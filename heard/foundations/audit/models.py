"""Rows of the chain. No foreign keys: a row stays true when what it names is gone."""

from django.db import models

from heard.kernel.ids import uuid7


class AuditEvent(models.Model):
    """One event. Everything but the numbers is text, so that the seal covers it to the letter."""

    seq = models.BigIntegerField(primary_key=True)
    key = models.PositiveIntegerField()
    at = models.TextField()
    actor_kind = models.TextField()
    actor_id = models.TextField()
    actor_name = models.TextField()
    verb = models.TextField()
    subject_kind = models.TextField()
    subject_id = models.TextField()
    child = models.TextField(blank=True)
    data = models.TextField()
    prev = models.TextField()
    mac = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["child", "seq"], name="audit_by_child"),
            models.Index(fields=["actor_id", "seq"], name="audit_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb}"


class AuditHead(models.Model):
    """The last link of the chain; one row, locked by whoever adds the next.

    It remembers how many heads were written outside the database, so that a file of heads that
    was cut is noticed; its own seal keeps that memory from being edited.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    mac = models.TextField(default="0" * 64)
    key = models.PositiveIntegerField(default=1)
    heads = models.BigIntegerField(default=0)
    heads_seal = models.TextField(default="0" * 64)
    seal = models.TextField(blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_audit_head")]

    def __str__(self) -> str:
        return f"head at {self.seq}"


class AuditCheck(models.Model):
    """One look at the whole trail: who asked for it, and what was found."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=150)
    finished_at = models.DateTimeField(null=True, blank=True)
    events = models.BigIntegerField(null=True, blank=True)
    findings = models.JSONField(default=list, blank=True)
    finding_count = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["-asked_at"], name="audit_checks_newest")]

    def __str__(self) -> str:
        return f"check of {self.asked_at:%Y-%m-%d %H:%M}"
