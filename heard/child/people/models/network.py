"""Parents, carers, family and friends: the network around a child, and the child's advocate."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from heard.child.people.models.child import Child
from heard.kernel.ids import uuid7

TIES = ("parent", "carer", "network")


class Adult(models.Model):
    """A parent, a carer or somebody of the network; known by name, with their own needs."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=300)
    language = models.CharField(max_length=64, blank=True)
    interpreter = models.BooleanField(default=False)
    communication = models.CharField(max_length=1000, blank=True)
    contact = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=20)

    def __str__(self) -> str:
        return self.name


class Tie(models.Model):
    """What an adult is to a child ("grandmother"), from when, and whether the child chose them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="ties")
    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="ties")
    kind = models.CharField(max_length=10)
    relation = models.CharField(max_length=100)
    parental_responsibility = models.BooleanField(default=False)
    chosen_by_child = models.BooleanField(default=False)
    helps_with = models.CharField(max_length=500, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=TIES), name="tie_kind_known"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gte=F("since")),
                name="tie_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["child", "adult"], condition=Q(until__isnull=True), name="one_tie_now"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adult}, {self.relation}"


class AdvocateOf(models.Model):
    """Somebody with an account speaks for a child, from a day, until a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="advocates")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "advocates"
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="advocate_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff} since {self.since}"
