"""One row: the authority that this deployment serves."""

from django.db import models


class Deployment(models.Model):
    """The authority's own facts; one row, made at the first change."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    code = models.CharField(max_length=3, blank=True)
    name = models.CharField(max_length=100, blank=True)
    asking_began_on = models.DateField(null=True, blank=True)
    # Under this age, in years, Heard proposes that asking is not appropriate (2c); 0: for nobody.
    not_asked_under = models.PositiveSmallIntegerField(default=4)
    # What a child said and nobody talked over in this time stands as open.
    talk_within_days = models.PositiveSmallIntegerField(default=30)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_deployment")]

    def __str__(self) -> str:
        return self.name or "an authority without a name yet"
