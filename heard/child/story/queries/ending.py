"""What must be settled before our work with a child ends, and what was answered."""

from datetime import datetime, timedelta

from heard.child.people.models import Child
from heard.child.story.queries.around import open_work
from heard.child.story.queries.handover import would_move
from heard.child.voice.models import Closing, Said
from heard.foundations.accounts.models import Staff

# Answers this old are about an ending before.
ASKED_WITHIN = timedelta(days=90)

__all__ = ["answers", "open_work", "to_settle"]


def to_settle(staff: Staff, child: Child, at: datetime) -> list[Said]:
    """Return what waits for the child's worker; answers to the closing questions need nothing.

    What somebody else holds stays with them, with its day.
    """
    return [said for said in would_move(staff, child, at) if said.way != "ending"]


def answers(child: Child, at: datetime) -> list[Said]:
    """Return who answered the closing questions lately. Their words are read where each is."""
    said = Closing.objects.filter(said__child=child, said__received_at__gte=at - ASKED_WITHIN)
    rows = said.select_related("said__adult", "said__child").order_by("said__received_at")
    return [row.said for row in rows]
