"""Invented children for extracts: the same 300, whatever the supplier. Nobody in it is real."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

TODAY = date(2026, 11, 23)
CHILDREN = 300
GIVEN = ("Ash", "Bea", "Cai", "Dot", "Eli", "Fern", "Gus", "Hope", "Isa", "Joy")
SURNAMES = ("Marsh", "Fell", "Tarn", "Beck", "Moor", "Holt", "Dale", "Carr")
ETHNICITIES = ("WBRI", "ABAN", "CNHE", "MWBC", "NOBT")
DISABILITIES = ("AUT", "LD", "HEAR", "MOB")


@dataclass
class Plan:
    """A plan, an episode or a time in care."""

    level: str
    starts: date
    ends: date | None = None


@dataclass
class Review:
    """A review: on which day, and how the child took part (0 to 7 of the statutory list)."""

    level: str
    day: date
    code: int | None
    cancelled: bool = False


@dataclass
class Child:
    """A child as every supplier's extract tells of them."""

    number: int
    born: date | None
    given: str
    surname: str
    estimated: bool = False
    expected: date | None = None
    sex: str = "F"
    ethnicity: str = "WBRI"
    disabilities: list[str] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    worker: int = 0
    since: date = TODAY
    family: int | None = None

    @property
    def id(self) -> str:
        """The id that a worker knows."""
        return f"NM{self.number:05d}"


def children(seed: int = 3, count: int = CHILDREN) -> list[Child]:
    """Invent children: born and unborn, estimated birth dates, every kind of plan."""
    luck = random.Random(seed)
    return [_child(luck, number) for number in range(count)]


def _child(luck: random.Random, number: int) -> Child:
    born = TODAY - timedelta(days=luck.randrange(60, 17 * 365))
    child = Child(number, born, luck.choice(GIVEN), SURNAMES[number // 3 % len(SURNAMES)])
    child.sex, child.ethnicity = luck.choice("FMU"), luck.choice(ETHNICITIES)
    child.disabilities = luck.sample(DISABILITIES, luck.choice((0, 0, 1, 2)))
    child.worker, child.since = luck.randrange(20), TODAY - timedelta(days=luck.randrange(1, 60))
    child.family = number // 3 if number % 9 < 6 else None
    _plans(luck, child)
    if number % 25 == 1:
        child.estimated = True
    if number % 25 == 2:
        child.born, child.expected = None, TODAY + timedelta(days=luck.randrange(1, 200))
        child.plans, child.reviews = [Plan("CP", TODAY - timedelta(days=20))], []
    if number % 25 == 3:
        child.born = TODAY.replace(year=TODAY.year - 19) - timedelta(days=luck.randrange(300))
        left = child.born.replace(year=child.born.year + 18) - timedelta(days=100)
        child.plans = [Plan("CLA", left - timedelta(days=900), left), Plan("PATHWAY", left)]
        child.reviews = []
    return child


def _plans(luck: random.Random, child: Child) -> None:
    assert child.born
    old = (TODAY - child.born).days
    starts = TODAY - timedelta(days=luck.randrange(30, min(old, 900)))
    level = ("EH", "CIN", "CP", "CLA")[child.number % 4]
    ends = starts + timedelta(days=25) if child.number % 7 == 0 else None
    child.plans = [Plan(level, starts, ends)]
    if level in {"CP", "CLA"} and not ends:
        days = luck.sample(range(1, max((TODAY - starts).days, 2)), k=1)
        child.reviews = [_review(luck, child, level, starts + timedelta(days=n)) for n in days]


def _review(luck: random.Random, child: Child, level: str, day: date) -> Review:
    assert child.born
    under_four = (day - child.born).days < 4 * 365
    code = 0 if under_four else luck.randrange(1, 8)
    return Review(level, day, code if level == "CLA" else None, luck.random() < 0.05)
