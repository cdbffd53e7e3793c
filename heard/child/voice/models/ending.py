"""When our work ends: what somebody answered to the closing questions, and how they were asked."""

from django.db import models
from django.db.models import Q

from heard.child.people.models import Child
from heard.child.voice.models.said import Said
from heard.kernel.ids import uuid7

# Were the closing questions asked? "not_today": they were, and the child did not want to answer.
ASKED = ("answered", "not_today", "not_asked")


class Closing(models.Model):
    """One person's answers when our work ends, each as they gave it; blank was skipped.

    No score. `for_learning`: they let us use their words to learn from (05-action.md).
    """

    said = models.OneToOneField(
        Said, primary_key=True, on_delete=models.PROTECT, related_name="closing"
    )
    changed = models.TextField(max_length=20_000, blank=True)
    not_changed = models.TextField(max_length=20_000, blank=True)
    better = models.TextField(max_length=20_000, blank=True)
    for_learning = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(changed="", not_changed="", better=""), name="closing_says_something"
            ),
        ]

    def __str__(self) -> str:
        return str(self.said)


class Ending(models.Model):
    """Our work with a child ended on a day; were the closing questions asked, and if not, why."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="endings")
    on = models.DateField()
    asked = models.CharField(max_length=10)
    why = models.CharField(max_length=2000, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(asked__in=ASKED), name="ending_asked_known"),
            models.CheckConstraint(
                condition=~Q(asked="not_asked") | ~Q(why=""), name="not_asked_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"on {self.on}"
