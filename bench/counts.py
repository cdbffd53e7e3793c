"""Counting the dataset from the database: at 300 children, and at 30,000 with their facts.

    python -m bench.counts

Items 2a and 2b: the doors of the child level beside the same counts in SQL written by hand, turn
and turn about, which must agree. Aim: within 5 times of it. Item 2c: seconds, and that they grow
with the rows, at 7,500, 15,000 and 30,000 children. Aim: 4 times the rows, at most 6 times as long.
SQLite always; PostgreSQL too where HEARD_DATABASE_URL names an empty database.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

SMALL, STEPS = 300, (7_500, 15_000, 30_000)
AIM_TIMES, AIM_GROWTH, ROUNDS = 5, 1.5, 3
AS_OF = date(2026, 4, 30)
DAYS = {"first": "2025-04-01", "last": "2026-03-31", "as_of": AS_OF.isoformat()}

BY_HAND = {
    "2a": """
        SELECT p.kind, COALESCE(c.answer, 'unanswered'), COUNT(*)
        FROM evidence_point p LEFT JOIN (
          SELECT kind, authority_point_id, child_id, answer, ROW_NUMBER() OVER (
            PARTITION BY kind, authority_point_id, child_id ORDER BY answered_on DESC, sequence DESC
          ) AS place FROM evidence_confirmation WHERE answered_on <= %(as_of)s
        ) c ON c.place = 1 AND c.child_id = p.child_id AND c.kind = p.kind
          AND c.authority_point_id = p.authority_point_id
        WHERE p.day BETWEEN %(first)s AND %(last)s GROUP BY 1, 2""",
    "2b": """
        SELECT plan_type, CASE WHEN least = most AND least LIKE 'PN_' THEN least ELSE 'uncoded' END,
          COUNT(*)
        FROM (
          SELECT plan_type, MIN(meaning) AS least, MAX(meaning) AS most FROM reviews_review
          WHERE NOT cancelled AND held_on BETWEEN %(first)s AND %(last)s
          GROUP BY child_id, plan_type, held_on
        ) AS review GROUP BY 1, 2""",
}


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Return how many seconds a call took, and what it gave."""
    began = time.perf_counter()
    given = call()
    return time.perf_counter() - began, given


def by_hand(item: str) -> dict[tuple[str, str], int]:
    """Count an item by the SQL above."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(BY_HAND[item], DAYS)
        return {(line, counted): number for line, counted, number in cursor.fetchall()}


def beside(item: str, door: Callable[[], dict[str, dict[str, int]]]) -> str:
    """Time a door beside the SQL by hand, the best of a few rounds; stop when they disagree."""
    doors, hands = [], []
    for _ in range(ROUNDS):
        seconds, tallies = timed(door)
        doors.append(seconds)
        seconds, counted = timed(lambda: by_hand(item))
        hands.append(seconds)
        told = {(line, one): n for line, box in tallies.items() for one, n in box.items() if n}
        if told != counted:
            raise SystemExit(f"{item}: the door and the SQL by hand disagree.")
    times = min(doors) / min(hands)
    return (
        f"{item}: {min(doors):7.3f} s, by hand {min(hands):7.3f} s: "
        f"{times:.1f} times (aim: {AIM_TIMES})"
    )


def asking_rows() -> int:
    """Return how many rows item 2c reads."""
    from heard.child.asking_due.models import Asking, Exemption, Talk
    from heard.child.people.models import Work

    return sum(model.objects.count() for model in (Work, Asking, Talk, Exemption))


class Spent(NamedTuple):
    """What counting 2c took: rows read, seconds by the clock, and seconds of our own work."""

    rows: int
    seconds: float
    work: float

    def __str__(self) -> str:
        each = self.seconds / self.rows * 1e6
        return (
            f"2c: {self.seconds:7.3f} s for {self.rows:,} rows, {each:.1f} µs each "
            f"({self.work:.3f} s of our own work, the rest is waiting)"
        )


def askings() -> Spent:
    """Time item 2c, the best of a few rounds."""
    from heard.child.asking_due.counts import tally
    from heard.kernel.time import ReportingYear

    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        seconds, _ = timed(lambda: tally(ReportingYear(2025), AS_OF, None))
        rounds.append((seconds, time.process_time() - began))
    return Spent(asking_rows(), min(one for one, _ in rounds), min(work for _, work in rounds))


def measure() -> None:
    """Fill an empty database step by step, and print how long counting takes at each step."""
    from bench._fill import fill

    filled, spent = 0, []
    for children in (SMALL, *STEPS):
        fill(children - filled, already=filled)
        filled = children
        analyse()
        print(f"  {children:,} children")
        if children in (SMALL, STEPS[-1]):
            points_and_reviews()
        spent.append(askings())
        print("   ", spent[-1], flush=True)
    few, many = spent[1], spent[-1]
    times = many.rows / few.rows
    print(
        f"    2c: {times:.1f} times the rows take {many.seconds / few.seconds:.1f} times as long, "
        f"{many.work / few.work:.1f} times the work (aim: {times * AIM_GROWTH:.1f})"
    )


def points_and_reviews() -> None:
    """Print how long items 2a and 2b take."""
    from heard.child.evidence.counts import tally as points
    from heard.child.reviews.counts import tally as reviews
    from heard.kernel.time import ReportingYear

    print("   ", beside("2a", lambda: points(ReportingYear(2025), AS_OF)))
    print("   ", beside("2b", lambda: reviews(ReportingYear(2025), AS_OF)))


def analyse() -> None:
    """Tell PostgreSQL what is in its tables, as it finds out by itself within a minute."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def empty() -> None:
    """Take the invented children out again."""
    from django.db import connection

    from bench._fill import COLUMNS

    tables = ", ".join(model._meta.db_table for model in COLUMNS)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {tables} CASCADE")


def in_this_process() -> None:
    """Measure on the database of the settings, which must hold no children."""
    import django
    from django.core.management import call_command

    os.environ["DJANGO_SETTINGS_MODULE"] = "heard.config.settings.base"
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    from heard.child.people.models import Child

    if Child.objects.exists():
        raise SystemExit("This database has children in it. Give the bench an empty one.")
    try:
        measure()
    finally:
        empty()


def main() -> int:
    """Measure on SQLite, and on PostgreSQL where there is one; return 1 when one could not run."""
    if sys.argv[1:] == ["here"]:
        in_this_process()
        return 0
    good = True
    for url in dict.fromkeys(("", os.environ.get("HEARD_DATABASE_URL", ""))):
        print("PostgreSQL" if url else "SQLite", flush=True)
        with tempfile.TemporaryDirectory(prefix="heard-bench-") as folder:
            changed = {"HEARD_DATABASE_URL": url, "HEARD_DATA": folder, "PYTHONUNBUFFERED": "1"}
            here = [sys.executable, "-m", "bench.counts", "here"]
            done = subprocess.run(here, env={**os.environ, **changed}, check=False)
            good = good and done.returncode == 0
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
