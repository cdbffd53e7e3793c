"""What a worker process does for loops by the clock."""

from datetime import datetime

from heard.child.voice.models import Said, Step
from heard.child.voice.operations import NotForward, close_by_time, follow_worker, pass_to_manager
from heard.child.voice.queries import left_behind, unopened_since
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment.clock import LONDON
from heard.foundations.deployment.working_days import end_of_next_working_day
from heard.kernel.loop import State, closes_by_time


def unopened_to_manager(at: datetime) -> int:
    """Pass to the manager what nobody opened by the end of the next working day."""
    late = [s.pk for s in unopened_since(at) if end_of_next_working_day(s.received_at) <= at]
    return sum(pass_to_manager(said=pk, by=HEARD_ITSELF, at=at) for pk in late)


def close_after_30_days(at: datetime) -> int:
    """Close what the worker says was told, 30 days ago, without a word from the person."""
    today, closed = at.astimezone(LONDON).date(), 0
    for said in Said.objects.filter(state=State.TOLD).values_list("pk", flat=True):
        last = Step.objects.filter(said=said, move="told").order_by("-number").first()
        if last and closes_by_time(last.happened_on, today):
            try:
                close_by_time(said=said, on=today, by=HEARD_ITSELF, at=at)
            except NotForward:  # the person spoke meanwhile
                continue
            closed += 1
    return closed


def follow_changes_of_worker(at: datetime) -> int:
    """Move what is open with a worker whose time with the child another system ended."""
    today, moved = at.astimezone(LONDON).date(), 0
    for child, before in left_behind(today):
        moved += follow_worker(child=child, before=before, by=HEARD_ITSELF, at=at) is not None
    return moved
