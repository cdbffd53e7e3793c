"""A feedback form of one person, with the context that its answers need."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heard.child.feedback.rules import ASKED_AS, KINDS, RATHER, SHARE_WHEN, STATES
from heard.child.meetings.models import Meeting
from heard.child.people.models import Adult, Child, Worker
from heard.child.voice.models import Said
from heard.kernel.ids import uuid7


class Form(models.Model):
    """One form, offered to one person. `adult` fills it in when it is not the child's.

    `key`, `version`, `language` and `variant` name the wording it was given on (definitions).
    A worker's own reflection (`kind` worker) is private to `asked_by` until `shared_at`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="forms")
    adult = models.ForeignKey(
        Adult, null=True, blank=True, on_delete=models.PROTECT, related_name="forms"
    )
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="forms"
    )
    kind = models.CharField(max_length=15)
    key = models.CharField(max_length=64)
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=64)
    variant = models.CharField(max_length=1)
    # The kind of plan that it asks about, as it was then.
    plan = models.CharField(max_length=10)
    asked_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="forms")
    asked_as = models.CharField(max_length=10)
    asked_on = models.DateField()
    how = models.CharField(max_length=20)
    interpreter_language = models.CharField(max_length=64, blank=True)
    # Who was in the room, in words; what kind of conversation it was stands on the meeting too.
    in_room = models.CharField(max_length=1000, blank=True)
    conversation = models.CharField(max_length=15, blank=True)
    days_since_start = models.PositiveIntegerField(null=True, blank=True)
    meetings_so_far = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=20)
    offered_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True, blank=True)
    declined_reason = models.CharField(max_length=1000, blank=True)
    share_when = models.CharField(max_length=15, blank=True)
    rather = models.CharField(max_length=10, blank=True)
    shared_with_family = models.BooleanField(default=False)
    shared_at = models.DateTimeField(null=True, blank=True)
    soon = models.BooleanField(default=False)
    said = models.OneToOneField(
        Said, null=True, blank=True, on_delete=models.PROTECT, related_name="form"
    )

    class Meta:
        indexes = [models.Index(fields=["child", "-asked_on"], name="forms_of_child")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="form_kind_known"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="form_state_known"),
            models.CheckConstraint(condition=Q(variant__in=("a", "b")), name="form_variant_known"),
            models.CheckConstraint(condition=Q(asked_as__in=ASKED_AS), name="form_asked_as_known"),
            models.CheckConstraint(
                condition=Q(kind="adult", adult__isnull=False)
                | (~Q(kind="adult") & Q(adult__isnull=True)),
                name="form_of_one_person",
            ),
            models.CheckConstraint(
                condition=Q(share_when__in=("", *SHARE_WHEN)), name="form_share_known"
            ),
            models.CheckConstraint(condition=Q(rather__in=("", *RATHER)), name="form_rather_known"),
            models.CheckConstraint(
                condition=~Q(state="handed_in") | Q(handed_in_at__isnull=False),
                name="form_handed_in_when",
            ),
        ]

    def __str__(self) -> str:
        return f"form of {self.asked_on}"


class HastyNote(models.Model):
    """A worker's note that answers seem hasty or meant to please; the answers stay as given."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="hasty_notes")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    words = models.TextField(max_length=4000)
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="hasty_note_says_why")]

    def __str__(self) -> str:
        return f"note on {self.form}"
