"""Children who need somebody soon, for the duty team."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from heard.child.people.presenters import age_words, name_of
from heard.child.today.queries.duty import Alerted
from heard.foundations.ui.words import moment


class Needs(NamedTuple):
    """One person who needs somebody soon. `on_it`: who goes to them, and since when."""

    id: UUID
    name: str
    age: str
    who: str
    words: str
    at: str
    worker: str
    manager: str
    on_it: list[tuple[str, str]]
    mine: bool


def needs(found: Iterable[Alerted], staff: UUID, today: date) -> list[Needs]:
    """Return each in words: name, age, what they said, whom to ring; `mine`: this one is on it."""
    return [
        Needs(
            id=one.said.pk,
            name=name_of(one.said.child),
            age=age_words(one.said.child, today),
            who=one.said.adult.name if one.said.adult else name_of(one.said.child),
            words=one.said.words,
            at=moment(one.said.received_at),
            worker=one.worker.name if one.worker else "nobody is allocated",
            manager=_manager(one),
            on_it=[(row.staff.name, moment(row.since)) for row in one.on_it],
            mine=any(row.staff_id == staff for row in one.on_it),
        )
        for one in found
    ]


def _manager(one: Alerted) -> str:
    team = one.worker.team if one.worker else None
    return team.manager.name if team and team.manager else "no manager in Heard"
