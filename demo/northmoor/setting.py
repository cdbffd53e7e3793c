"""What every part of the demo needs: the day, the dice, and who acts when."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from heard.foundations.audit.actor import Actor
from heard.foundations.deployment.clock import LONDON


@dataclass
class Setting:
    """The day on which the demo stands, its dice, and the people made so far."""

    today: date
    dice: random.Random
    workers: dict[str, UUID] = field(default_factory=dict)
    teams: dict[str, list[str]] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    def by(self, name: str, day: date) -> dict[str, object]:
        """Return `by` and `at` for an operation: this person, at noon of that day."""
        actor = self.actors.get(name, Actor("system", "demo", name))
        return {"by": actor, "at": noon(day)}

    def day_between(self, first: date, last: date) -> date:
        """Return a day from first to last, both included."""
        return first + timedelta(days=self.dice.randint(0, max(0, (last - first).days)))


def noon(day: date) -> datetime:
    """Return noon in London on a day."""
    return datetime.combine(day, time(12), tzinfo=LONDON)
