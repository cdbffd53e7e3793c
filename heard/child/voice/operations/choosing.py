"""Who may see it: chosen by its speaker, changed by them at any time."""

from datetime import datetime
from uuid import UUID

from heard.child.voice.models import Choice, NamedPerson
from heard.child.voice.operations.steps import locked
from heard.child.voice.rules import check_choice
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("voice.audience_chosen")
def choose_audience(
    *,
    said: UUID,
    audience: str,
    not_parents: bool,
    named: tuple[UUID, ...],
    by_speaker: bool,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Choose who may see it from now on. Raises WideningRefused unless its speaker widens it.

    `named` are accounts; those named before and not now lose sight of it at once.
    """
    row = locked(said)
    before = (row.audience, row.not_parents)
    check_choice(before, (audience, not_parents), by_speaker=by_speaker)
    row.audience, row.not_parents = audience, not_parents
    row.save(update_fields=["audience", "not_parents"])
    Choice.objects.create(
        said=row,
        audience=audience,
        not_parents=not_parents,
        by_speaker=by_speaker,
        chosen_at=at,
    )
    now = row.named.filter(until=None, staff__isnull=False)
    now.exclude(staff__in=named).update(until=at)
    known = set(now.values_list("staff_id", flat=True))
    NamedPerson.objects.bulk_create(
        NamedPerson(said=row, staff_id=s) for s in named if s not in known and by_speaker
    )
    audit(subject=("said", str(said)), child=str(row.child_id), data={"by_speaker": by_speaker})
