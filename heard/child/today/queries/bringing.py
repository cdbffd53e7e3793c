"""What a worker may bring to supervision."""

from datetime import datetime
from uuid import UUID

from heard.child.people.models import Worker
from heard.child.people.permissions import NotYours
from heard.child.voice import queries as voice
from heard.child.voice.models import Said
from heard.foundations.accounts.models import Staff

# A page answers both alike: there is nothing here for you.
NOT_FOUND = (Worker.DoesNotExist, *voice.NOT_FOUND)


def to_bring(staff: Staff, said: UUID, at: datetime) -> tuple[Said, Worker]:
    """Return something said that this worker holds or whose child is theirs, and the worker.

    The look is written down. Raises Said.DoesNotExist, Worker.DoesNotExist or NotYours.
    """
    worker = Worker.objects.get(staff=staff)
    row, reason = voice.one(staff, said, "something to bring to supervision", at)
    if reason.name not in {"worker", "holder"}:
        raise NotYours
    return row, worker
