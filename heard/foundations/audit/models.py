"""Rows of the chain. No foreign keys: a row stays true when what it names is gone."""

from django.db import models


class AuditEvent(models.Model):
    """One event. Everything but the number is text, so that the seal covers it to the letter."""

    seq = models.BigIntegerField(primary_key=True)
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
    """The last link of the chain; one row, locked by whoever adds the next."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField()
    mac = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_audit_head")]

    def __str__(self) -> str:
        return f"head at {self.seq}"
