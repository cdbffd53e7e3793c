"""A trail of some three hundred events under two keys, with heads written on the way."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from heard.foundations.audit import heads
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.models import AuditHead
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.audit.operations import rotate_key

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PRIYA = Actor("staff", "0198a000-0000-7000-8000-000000000001", "Priya")
OLU = Actor("staff", "0198a000-0000-7000-8000-000000000002", "Olu")
WORDS = [
    "I want to see Rex",
    "‘no’ – said twice",
    "mae'n iawn",
    "أريد أن أرى أخي",
    "e\u0301",
    "ok ",
]


class Trail(NamedTuple):
    """What a test knows of the trail: the rows of its end over time, and its heads."""

    ends: list[dict[str, Any]]
    heads_file: Path


@operation("tests.noted")
def note(*, times: int, seed: int, by: Actor, at: datetime, audit: Recorder) -> None:
    dice = random.Random(seed)
    for number in range(times):
        child = f"0198b000-0000-7000-8000-{dice.randrange(5):012d}"
        data = {"words": dice.choice(WORDS), "n": number, "list": [1, None, True]}
        audit(subject=("note", str(dice.random())), child=child, data=data)


def build(events: int = 310) -> Trail:
    """Make the trail with operations, and return what a test needs to know of it."""
    dice, ends, n = random.Random(7), [], 0
    while n < events:
        times = dice.randint(1, 5)
        at = AT + timedelta(seconds=n)
        note(times=times, seed=n, by=dice.choice([PRIYA, OLU]), at=at)
        if n // 100 != (n + times) // 100:
            heads.write()
        if n // 150 != (n + times) // 150:
            rotate_key(by=PRIYA, at=at)
        end = AuditHead.objects.get()
        n = end.seq
        ends.append({f.name: getattr(end, f.name) for f in AuditHead._meta.fields})
    heads.write()
    return Trail(ends, heads.file())
