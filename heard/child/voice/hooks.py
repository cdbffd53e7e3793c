"""What apps above do when a child was asked how the work is going, and when it was talked over.

They add themselves when Heard starts; each runs inside the operation that asked (2c counts from
them). `id` is that of the form or of what was said; the same id again is the same asking.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from heard.foundations.audit.actor import Actor


class Asked(NamedTuple):
    """Feedback was sought: whose child, when, who asked, who was asked, how, and said no?"""

    id: UUID
    child: UUID
    asked_on: date
    asked_by: str
    asked_of: str
    filled_in_how: str
    declined: bool


ASKED: list[Callable[[Asked, Actor, datetime], None]] = []
TALKED: list[Callable[[UUID, date, Actor, datetime], None]] = []
ENDED: list[Callable[[UUID, UUID, date, Actor, datetime], None]] = []


def asked(asking: Asked, by: Actor, at: datetime) -> None:
    """Tell the apps above that feedback was sought, or what became known of it later."""
    for tell in ASKED:
        tell(asking, by, at)


def talked(id: UUID, on: date, by: Actor, at: datetime) -> None:
    """Tell the apps above that what was asked under this id was talked over on a day."""
    for tell in TALKED:
        tell(id, on, by, at)


def ended(id: UUID, child: UUID, on: date, by: Actor, at: datetime) -> None:
    """Tell the apps above that our work with a child ended on a day, under this id (2a)."""
    for tell in ENDED:
        tell(id, child, on, by, at)
