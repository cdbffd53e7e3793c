"""When the worker changes: who is coming and why, in words for the child, and what moves."""

from django.db import models
from django.db.models import Q

from heard.child.people.models import Child, Worker
from heard.child.voice.models.said import Said
from heard.kernel.ids import uuid7


class Handover(models.Model):
    """A child's work goes from one worker to another on a day.

    `why`: the code of the return on worker changes (SW_REASON, SSDA903). `words`: why, for the
    child. `know`: what my new worker should know, chosen by the child, word for word.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="handovers")
    before = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="handed_over"
    )
    after = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="taken_over")
    on = models.DateField()
    why = models.CharField(max_length=10)
    words = models.TextField(max_length=4000)
    know = models.TextField(max_length=65_536, blank=True)
    told_child = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="handover_says_why"),
        ]

    def __str__(self) -> str:
        return f"to {self.after} on {self.on}"


class Moved(models.Model):
    """One open loop moved with the child to the new worker, with the day it is due."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="moved")
    said = models.ForeignKey(Said, on_delete=models.PROTECT, related_name="moved")
    due = models.DateField()

    class Meta:
        verbose_name_plural = "moved"
        constraints = [
            models.UniqueConstraint(fields=["handover", "said"], name="moved_once"),
        ]

    def __str__(self) -> str:
        return f"due {self.due}"
