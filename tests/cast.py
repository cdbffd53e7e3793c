"""The cast that every test shares (house.md). Nobody in it is real."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from heard.child.people import operations as people
from heard.child.people.models import Adult, Child, Worker
from heard.child.reviews.operations import record_review
from heard.child.reviews.rules import ChairAnswers
from heard.foundations.accounts.models import Staff
from heard.foundations.accounts.operations import add_account
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment.clock import LONDON

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=LONDON)
SYSTEM: dict[str, Any] = {"by": HEARD_ITSELF, "at": NOON}
PASSWORD = "a quiet word in good time"
ROLES = {
    "Priya": "worker", "Tom": "worker", "Ruth": "manager", "Ivor": "chair", "Dana": "director",
    "Olu": "analyst", "Lena": "participation_lead", "Sam": "worker", "Kit": "administrator",
    "Dev": "advocate",
}  # fmt: skip


@dataclass
class Cast:
    """Staff by first name, their workers, the children, and Nan, Maya's grandmother."""

    staff: dict[str, Staff] = field(default_factory=dict)
    workers: dict[str, Worker] = field(default_factory=dict)
    children: dict[str, Child] = field(default_factory=dict)
    adults: dict[str, Adult] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Staff:
        return self.staff[name]


def make_cast() -> Cast:
    """Make the staff, two teams, Maya and Theo with Priya, and Ada with Sam."""
    cast = Cast()
    for name, role in ROLES.items():
        cast.staff[name] = add_account(
            email=f"{name.lower()}@northmoor.example",
            name=name,
            roles=frozenset({role}),
            password=PASSWORD,
            **SYSTEM,
        )
    _teams(cast)
    _children(cast)
    return cast


def _teams(cast: Cast) -> None:
    east = people.make_team(name="East", **SYSTEM).pk
    west = people.make_team(name="West", **SYSTEM).pk
    places = {"Ruth": east, "Priya": east, "Tom": east, "Sam": west, "Ivor": None}
    for name, team in places.items():
        cast.workers[name] = people.add_worker(
            name=name, staff=cast[name].pk, team=team, manages=name == "Ruth", **SYSTEM
        )


def _children(cast: Cast) -> None:
    born = {"Maya": date(2017, 7, 26), "Theo": date(2011, 9, 24), "Ada": date(2014, 2, 3)}
    began = TODAY - timedelta(days=200)
    for name, day in born.items():
        child = people.add_child(
            authority_id=f"NM-{name}", given_name=name, family_name="", birth_date=day, **SYSTEM
        )
        worker = cast.workers["Sam" if name == "Ada" else "Priya"]
        level = "CLA" if name == "Theo" else "CIN"
        people.start_work(child=child.pk, level=level, on=began, **SYSTEM)
        people.allocate(child=child.pk, worker=worker.pk, on=began, **SYSTEM)
        cast.children[name] = child
    nan = people.add_adult(name="Nan", contact="07700 900123", **SYSTEM)
    maya = cast.children["Maya"].pk
    people.tie(child=maya, adult=nan.pk, kind="carer", relation="grandmother", **SYSTEM)
    people.name_advocate(child=maya, staff=cast["Dev"].pk, since=began, **SYSTEM)
    cast.adults["Nan"] = nan
    record_review(
        child=cast.children["Theo"].pk,
        plan_type="CLA",
        held_on=TODAY - timedelta(days=30),
        chair=cast.workers["Ivor"].pk,
        answers=ChairAnswers(there=True, spoke=True),
        **SYSTEM,
    )
