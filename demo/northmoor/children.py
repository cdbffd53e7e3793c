"""The children: Maya and Theo first, then the others, each with a life of their own."""

from datetime import date, timedelta
from typing import NamedTuple

from demo.northmoor.life import live
from demo.northmoor.names import FAMILY, GIVEN
from demo.northmoor.setting import Setting
from heard.child.people.operations import add_child, allocate, restrict

TEAM_OF = {
    "EH": ("East", "West"),
    "CIN": ("East", "West"),
    "CP": ("East", "West"),
    "CLA": ("Children in our care",),
    "PATHWAY": ("Leaving care",),
}
AGES = {"EH": (1, 16), "CIN": (0, 17), "CP": (0, 16), "CLA": (2, 17), "PATHWAY": (17, 21)}
LEVELS = ("EH",) * 20 + ("CIN",) * 30 + ("CP",) * 13 + ("CLA",) * 27 + ("PATHWAY",) * 10


class Plan(NamedTuple):
    """One child before they are made."""

    number: int
    given: str
    family: str
    born: date
    level: str
    worker: str
    began: date


def make_children(setting: Setting, count: int) -> None:
    """Make the children and two years of their work, reviews, askings and points."""
    for plan in [*_the_two(setting), *(_another(setting, n) for n in range(2, count))]:
        child = add_child(
            authority_id=f"NM{1000 + plan.number}",
            given_name=plan.given,
            family_name=plan.family,
            birth_date=plan.born,
            sex=setting.dice.choice("FM"),
            **setting.by("demo", plan.began),
        )
        worker = setting.workers[plan.worker]
        by = setting.by(plan.worker, plan.began)
        allocate(child=child.pk, worker=worker, on=plan.began, **by)
        live(setting, child.pk, plan)
        if plan.number == 7:
            reason = "A member of staff is related to this child"
            restrict(child=child.pk, restricted=True, reason=reason, **by)


def _the_two(setting: Setting) -> list[Plan]:
    today = setting.today
    maya = today - timedelta(days=3407)  # 9 years old
    theo = today - timedelta(days=5539)  # 15
    return [
        Plan(0, "Maya", "Ellison", maya, "CIN", "priya", today - timedelta(days=400)),
        Plan(1, "Theo", "Marlow", theo, "CLA", "priya", today - timedelta(days=650)),
    ]


def _another(setting: Setting, number: int) -> Plan:
    dice, today = setting.dice, setting.today
    level = dice.choice(LEVELS)
    young, old = AGES[level]
    born = today - timedelta(days=dice.randint(young * 365, old * 365 + 300))
    team = dice.choice(TEAM_OF[level])
    began = setting.day_between(max(born, today - timedelta(days=730)), today - timedelta(days=20))
    worker = dice.choice(setting.teams[team])
    return Plan(number, dice.choice(GIVEN), dice.choice(FAMILY), born, level, worker, began)
