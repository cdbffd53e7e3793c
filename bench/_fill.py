"""Fill a database with an invented authority of any size, straight into its tables.

30,000 children have 300,000 reviews (all in one year), 60,000 points and 200,000 askings.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from heard.child.asking_due.models import Asking, Exemption, Talk
from heard.child.evidence.models import Confirmation, Point
from heard.child.people.models import Child, Work
from heard.child.reviews.models import Review
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.deployment import bulk
from heard.kernel.codes import LOCAL, SSDA903, VOICE, meaning
from heard.kernel.ids import uuid7

BEGINS = date(2025, 4, 1)
BEFORE = date(2024, 4, 1)
PLANS = ("EH", "CIN", "CIN", "CP", "CLA", "CLA", "PATHWAY")
CODES = (
    *((VOICE, f"PN{number}") for number in range(1, 9)),
    *((SSDA903, f"PN{number}") for number in range(8)),
    ("", ""),
    (LOCAL, "came, said little"),
)
ANSWERS = ("yes", "yes", "yes", "no", "not_appropriate")
Rows = Iterator[tuple[Any, ...]]

COLUMNS = {
    Child: "id authority_id given_name family_name birth_date birth_date_estimated "
    "expected_birth_date sex ethnicity restricted source",
    Work: "id child level start_date end_date source",
    Point: "id kind authority_point_id child day source",
    Confirmation: "id kind authority_point_id child answer reason answered_on answered_by "
    "sequence source",
    Review: "id child authority_review_id plan_type held_on cancelled scheme code meaning reason "
    "chair source",
    Asking: "id authority_asking_id child asked_on asked_by asked_of filled_in_how declined source",
    Talk: "id asking talked_on source",
    Exemption: "id child from_date to_date reason agreed_by agreed_on source",
}


def fill(children: int, already: int = 0) -> None:
    """Add so many children with all that belongs to them, where there are `already` so many.

    The same numbers give the same days and codes.
    """
    chance = random.Random(already)
    ids = [uuid7() for _ in range(children)]
    points = list(_points(ids, chance))
    askings = list(_askings(ids, chance))
    with transaction.atomic(), writing_allowed("bench"):
        for model, rows in (
            (Child, _children(ids, already, chance)),
            (Work, _work(ids, chance)),
            (Point, points),
            (Confirmation, _confirmations(points, already, chance)),
            (Review, _reviews(ids, chance)),
            (Asking, askings),
            (Talk, _talks(askings, chance)),
            (Exemption, _exemptions(ids, chance)),
        ):
            bulk.insert(model, COLUMNS[model].split(), rows)


def _day(chance: random.Random, start: date, days: int) -> date:
    return start + timedelta(days=chance.randrange(days))


def _children(ids: list[UUID], already: int, chance: random.Random) -> Rows:
    for place, child in enumerate(ids, already):
        born = _day(chance, date(2008, 1, 1), 6500)
        yield child, f"B{place:06}", "", "", born, False, None, "", "", False, "bench"


def _work(ids: list[UUID], chance: random.Random) -> Rows:
    """One to two periods each; half of the second ones touch the first."""
    for child in ids:
        first = _day(chance, BEFORE, 500)
        last = first + timedelta(days=chance.randrange(60, 700)) if chance.random() < 0.6 else None
        yield uuid7(), child, chance.choice(PLANS), first, last, "bench"
        if last and chance.random() < 0.5:
            again = last + timedelta(days=chance.choice((1, 1, 30)))
            yield uuid7(), child, chance.choice(PLANS), again, None, "bench"


def _points(ids: list[UUID], chance: random.Random) -> Rows:
    for place, child in enumerate(ids):
        for number in range(2):
            kind = chance.choice(("assessment", "assessment", "closure"))
            day = _day(chance, BEFORE, 720) if chance.random() < 0.95 else None
            yield uuid7(), kind, f"{number}-{place // 2}", child, day, "bench"


def _confirmations(points: list[tuple[Any, ...]], already: int, chance: random.Random) -> Rows:
    sequence = already * 10
    for _, kind, known_as, child, day, _ in points:
        answered = day or BEGINS
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            answer = chance.choice(ANSWERS)
            answered += timedelta(days=chance.choice((0, 3, 40)))
            sequence += 1
            row = (uuid7(), kind, known_as, child, answer, "a reason", answered)
            yield *row, "a manager", sequence, "bench"


def _reviews(ids: list[UUID], chance: random.Random) -> Rows:
    """Ten for each child, all in the year; one in fifty rows is there twice, or was cancelled."""
    for child in ids:
        for _ in range(10):
            row = (child, "", chance.choice(PLANS), _day(chance, BEGINS, 365))
            scheme, code = chance.choice(CODES)
            for _ in range(1 + (chance.random() < 0.02)):
                said = (scheme, code, meaning(scheme, code), "a reason")
                yield uuid7(), *row, chance.random() < 0.02, *said, None, "bench"
                scheme, code = chance.choice(CODES)


def _askings(ids: list[UUID], chance: random.Random) -> Rows:
    """Twenty for every three children, over two years."""
    for place in range(len(ids) * 20 // 3):
        child = ids[place % len(ids)]
        by = chance.choice(("worker", "worker", "worker", "provider", "other"))
        of = chance.choice(("child", "child", "young_person", "young_person", "parent"))
        day = _day(chance, BEFORE, 730)
        yield uuid7(), f"{place}", child, day, by, of, "alone", chance.random() < 0.05, "bench"


def _talks(askings: list[tuple[Any, ...]], chance: random.Random) -> Rows:
    for asking in askings:
        if chance.random() < 0.85:
            talked = asking[3] + timedelta(days=chance.randrange(120))
            yield uuid7(), asking[0], talked, "bench"


def _exemptions(ids: list[UUID], chance: random.Random) -> Rows:
    for child in ids:
        if chance.random() < 0.1:
            first = _day(chance, BEFORE, 700)
            agreed = first + timedelta(days=chance.choice((0, 20)))
            yield uuid7(), child, first, None, "a reason", "a manager", agreed, "bench"
