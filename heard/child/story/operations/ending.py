"""The end of our work: every open thing has gone somewhere, then all ends in one go."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from heard.child.people.models import Allocation, Child, Work
from heard.child.people.operations import end_allocation, end_work
from heard.child.story.operations.turns import Move
from heard.child.story.queries.ending import to_settle
from heard.child.voice.models import Ending
from heard.child.voice.operations import NotForward, end_voice
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("child.work_ended")
def end_our_work(
    *,
    id: UUID,
    child: UUID,
    on: date,
    asked: str,
    why: str,
    moves: Mapping[UUID, Move],
    staff: Staff,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """End all open work with a child on a day, with what becomes of each open thing.

    Raises NotForward when something waits that `moves` does not name: nothing closes silently.
    The same id again changes nothing.
    """
    audit(subject=("child", str(child)), child=str(child), data={"on": on.isoformat()})
    row = Child.objects.select_for_update().get(pk=child)
    if Ending.objects.filter(pk=id).exists():
        return
    if {said.pk for said in to_settle(staff, row, at)} != set(moves):
        raise NotForward("Something was said or answered meanwhile.")
    for move in moves.values():
        move(by=by, at=at)
    for work in Work.objects.filter(child=child, end_date=None):
        end_work(work=work.pk, on=on, by=by, at=at)
    if Allocation.objects.filter(child=child, end_date=None).exists():
        end_allocation(child=child, on=on, by=by, at=at)
    end_voice(id=id, child=child, on=on, asked=asked, why=why, by=by, at=at)
