"""The facts that a return used, kept with it: a frozen return is built again from these alone."""

from django.db import models

from heard.authority.returns.models.version import ReturnVersion


class ReturnFact(models.Model):
    """One fact, in its place. Facts of one group stand next to each other (FactGroup).

    `ref` and `child` are opaque ids; there are no words, no names, no worker and no team here.
    """

    pk = models.CompositePrimaryKey("version_id", "position")
    # Triggers let facts into a draft only: a key check for each of 700,000 would do it twice.
    version = models.ForeignKey(
        ReturnVersion,
        on_delete=models.PROTECT,
        related_name="facts",
        db_index=False,
        db_constraint=False,
    )
    position = models.PositiveIntegerField()
    item = models.CharField(max_length=2)
    line = models.CharField(max_length=10)
    ref = models.CharField(max_length=80)
    child = models.CharField(max_length=64)
    day = models.DateField(null=True, blank=True)
    code = models.CharField(max_length=220, blank=True)
    counted = models.CharField(max_length=15)
    rule = models.CharField(max_length=30)

    def __str__(self) -> str:
        return f"{self.item} {self.line} {self.ref}"


class FactGroup(models.Model):
    """Where the facts of one line, answer and rule stand: so any page of them opens at once."""

    pk = models.CompositePrimaryKey("version_id", "first")
    version = models.ForeignKey(
        ReturnVersion, on_delete=models.PROTECT, related_name="groups", db_index=False
    )
    first = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    item = models.CharField(max_length=2)
    line = models.CharField(max_length=10)
    counted = models.CharField(max_length=15)
    rule = models.CharField(max_length=30)

    def __str__(self) -> str:
        return f"{self.item} {self.line} {self.counted}: {self.size}"
