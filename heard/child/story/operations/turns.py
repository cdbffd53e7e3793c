"""One person's turn with something said: their moves together, or none of them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from heard.child.voice.models import Said
from heard.child.voice.operations import NotForward
from heard.child.voice.permissions import check_can_act
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation

# An operation of the voice, ready but for who and when.
Move = Callable[..., object]


@operation("voice.turn")
def take_turn(
    *,
    said: UUID,
    seen: int,
    moves: Sequence[Move],
    staff: Staff,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Make the moves in order, if nothing happened since this person looked.

    `seen`: how many steps there were then. Raises NotForward when there are more now, and NotYours
    when this person may not act on it any more: another worker has it, the work moved.
    """
    row = Said.objects.select_for_update(of=("self",)).get(pk=said)
    check_can_act(staff, row, at)
    if row.steps.count() != seen:
        raise NotForward("Something happened to it since you opened this page.")
    for move in moves:
        move(by=by, at=at)
    audit(subject=("said", str(said)), child=str(row.child_id), data={"moves": len(moves)})
