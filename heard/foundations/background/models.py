"""What the workers remember: who is alive, and when each scheduled job last ran."""

from django.db import models


class WorkerSeen(models.Model):
    """A worker process, and when it last said that it is alive."""

    id = models.CharField(max_length=64, primary_key=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.id


class ScheduleRun(models.Model):
    """The last run of one scheduled job. `worker` is set while a worker runs it."""

    name = models.CharField(max_length=60, primary_key=True)
    worker = models.CharField(max_length=64, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    succeeded_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    failure = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(worker="") | models.Q(started_at__isnull=False),
                name="a_running_job_has_begun",
            )
        ]

    def __str__(self) -> str:
        return self.name
