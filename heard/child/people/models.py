"""Children, workers, teams, and who may read whose record."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from heard.kernel.ids import uuid7

LEVELS = ("EH", "CIN", "CP", "CLA", "PATHWAY")


class Child(models.Model):
    """A child or young person, known at least by the authority's own id."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    authority_id = models.CharField(max_length=64, unique=True)
    given_name = models.CharField(max_length=300, blank=True)
    family_name = models.CharField(max_length=300, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_date_estimated = models.BooleanField(default=False)
    expected_birth_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=64, blank=True)
    ethnicity = models.CharField(max_length=64, blank=True)
    restricted = models.BooleanField(default=False)
    source = models.CharField(max_length=20)

    class Meta:
        verbose_name_plural = "children"

    def __str__(self) -> str:
        return f"child {self.authority_id}"


class Work(models.Model):
    """A time of open work with a child at one level: a kind of plan over time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="work")
    level = models.CharField(max_length=10)
    start_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=20)

    class Meta:
        verbose_name_plural = "work"
        constraints = [
            models.CheckConstraint(condition=Q(level__in=LEVELS), name="work_level_known"),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="work_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["child", "level", "start_date"],
                condition=Q(end_date__isnull=True),
                name="one_open_work",
            ),
            models.UniqueConstraint(
                fields=["child", "level", "start_date", "end_date"], name="one_work_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.level} from {self.start_date}"


class Worker(models.Model):
    """Somebody who works with children; may be known from another system and not sign in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=150)
    staff = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT
    )
    team = models.ForeignKey("people.Team", null=True, blank=True, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A team and who manages it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=150, unique=True)
    manager = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="manages"
    )

    def __str__(self) -> str:
        return self.name


class Allocation(models.Model):
    """A worker has a child's work, from a day, until a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="allocations")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="allocations")
    start_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="allocation_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["child"], condition=Q(end_date__isnull=True), name="one_allocated_worker"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker} from {self.start_date}"


class NamedReader(models.Model):
    """Somebody whom the manager named as a reader of a restricted record."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="named_readers")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    reason = models.CharField(max_length=500)
    named_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["child", "staff"], name="named_once")]

    def __str__(self) -> str:
        return f"{self.staff} may read"


class OpenedGlass(models.Model):
    """A record opened by somebody who does not work with the child: reason, and until when."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="opened_glass")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    reason = models.CharField(max_length=1000)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="glass_needs_a_reason"),
            models.CheckConstraint(
                condition=Q(until__gt=F("opened_at")), name="glass_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff} until {self.until}"
