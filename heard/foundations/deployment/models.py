"""One row: the authority that this deployment serves."""

from django.db import models


class Deployment(models.Model):
    """The authority's own facts; one row, made at the first change."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    code = models.CharField(max_length=3, blank=True)
    name = models.CharField(max_length=100, blank=True)
    asking_began_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_deployment")]

    def __str__(self) -> str:
        return self.name or "an authority without a name yet"
