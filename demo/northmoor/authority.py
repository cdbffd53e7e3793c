"""Make Northmoor: one transaction, every change an operation."""

import random
from datetime import date, datetime

from demo.cast import make_cast
from demo.northmoor.children import make_children
from demo.northmoor.setting import Setting, noon
from demo.northmoor.teams import make_teams
from demo.northmoor.voices import make_voices
from heard.foundations.audit.actor import HEARD_ITSELF, Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.operations import describe

# 999 belongs to no authority.
CODE, NAME = "999", "Northmoor"


def make(today: date, children: int = 300) -> None:
    """Make the invented authority as it would stand on a day; the same day makes the same facts."""
    _make(today=today, children=children, by=HEARD_ITSELF, at=noon(today))


@operation("demo.made")
def _make(*, today: date, children: int, by: Actor, at: datetime, audit: Recorder) -> None:
    setting = Setting(today, random.Random(f"northmoor {today}"))  # noqa: S311 - not a secret
    describe(code=CODE, name=NAME, asking_began_on=None, by=by, at=at)
    staff = make_cast(at)
    make_teams(setting, staff)
    make_children(setting, children)
    make_voices(setting)
    audit(subject=("demo", NAME), data={"children": children, "today": today.isoformat()})
