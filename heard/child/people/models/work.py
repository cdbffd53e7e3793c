"""Work with a child at a kind of plan, and who has it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from heard.child.people.models.child import Child
from heard.kernel.ids import uuid7

LEVELS = ("EH", "CIN", "CP", "CLA", "PATHWAY")


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
    # The id that the case management system has for them; blank where it has none.
    authority_id = models.CharField(max_length=64, blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority_id"], condition=~Q(authority_id=""), name="worker_known_once"
            )
        ]

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
    source = models.CharField(max_length=20, default="heard", db_default="heard")

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
