"""Adding one step to a loop: the only place that changes its state."""

from datetime import date, datetime
from uuid import UUID

from heard.child.voice.models import Said, Step
from heard.foundations.audit.operation import Recorder
from heard.kernel.loop import MoveRefused, State, advance


class NotForward(Exception):
    """The loop has moved on meanwhile; the words say where it stands."""


def locked(said: UUID) -> Said:
    """Return what was said, locked until the operation ends: one step at a time."""
    return Said.objects.select_for_update(of=("self",)).select_related("child").get(pk=said)


def step(
    row: Said,
    move: str,
    *,
    by: str,
    staff: UUID | None,
    on: date,
    at: datetime,
    audit: Recorder,
    words: str = "",
    to_worker: UUID | None = None,
    due: date | None = None,
    person_told: bool = False,
) -> Step:
    """Write one move down and bring the state along. Raises NotForward where it cannot follow."""
    try:
        row.state = advance(State(row.state), move)
    except MoveRefused as refused:
        raise NotForward(str(refused)) from refused
    row.save(update_fields=["state"])
    number = row.steps.count() + 1
    written = Step.objects.create(
        said=row,
        number=number,
        move=move,
        by=by,
        staff_id=staff,
        happened_on=on,
        recorded_at=at,
        words=words,
        to_worker_id=to_worker,
        due=due,
        person_told=person_told,
    )
    audit(subject=("said", str(row.pk)), child=str(row.child_id), data={"move": move})
    return written
