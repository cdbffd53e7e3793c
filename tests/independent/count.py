"""Count a folder of facts by brute force: plain csv, one day after another, no cleverness.

This is the witness for Heard's own rules. It imports nothing of Heard, keeps to text and day
numbers where Heard uses tuples, and walks days where Heard searches. Slow on purpose.
"""

import csv
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

from tests.independent.three_months import asking_figures

PLAN_TYPES = ["EH", "CIN", "CP", "CLA", "PATHWAY"]
NINE_LINES = ["PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7", "PN8", "uncoded"]
OLD_TO_NEW = {"PN1": "PN1", "PN2": "PN3", "PN3": "PN2", "PN4": "PN6", "PN5": "PN4", "PN6": "PN5"}


def read(folder, name):
    with (Path(folder) / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def one_decimal(part, whole):
    if not whole:
        return None
    exact = Fraction(100 * part, whole)
    return float(
        (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(
            Decimal("0.1"), rounding=ROUND_HALF_UP
        )
    )


def with_percent(box):
    return {**box, "percent": one_decimal(box["yes"], box["yes"] + box["no"])}


def points(folder, counts_on):
    """2a: look for each point's answer from the last row of the file to the first."""
    answers = read(folder, "confirmations")
    result = {}
    for kind, name, column, day in (
        ("assessment", "assessments", "assessment_id", "completed_date"),
        ("closure", "closures", "closure_id", "closed_date"),
    ):
        box = {"yes": 0, "no": 0, "not_appropriate": 0, "unanswered": 0}
        seen = {(row[column], row["child_id"], row[day]) for row in read(folder, name)}
        for point, child, when in seen:
            if when and counts_on(date.fromisoformat(when)):
                box[last_answer(answers, kind, point, child, counts_on.as_of)] += 1
        result[kind] = with_percent(box)
    return result


def last_answer(answers, kind, point, child, as_of):
    best_day, best = "", "unanswered"
    for row in reversed(answers):
        same = (row["point"], row["point_id"], row["child_id"]) == (kind, point, child)
        if same and best_day < row["answered_on"] <= as_of.isoformat():
            best_day, best = row["answered_on"], row["answer"]
    return best


def line_of(rows):
    """2b: which of the nine lines one review belongs in."""
    said = set()
    for row in rows:
        if row["code"] == "":
            said.add("blank")
        elif row["scheme"] == "voice-2023":
            said.add(row["code"])
        elif row["scheme"] == "ssda903" and row["code"] in OLD_TO_NEW:
            said.add(OLD_TO_NEW[row["code"]])
        else:
            said.add((row["scheme"], row["code"]))
    only = said.pop()
    return only if not said and only in NINE_LINES else "uncoded"


def table(numbers):
    """Nine lines that add to 100.0: hand out the missing tenths one at a time."""
    held = sum(numbers)
    if not held:
        return {line: {"count": 0, "percent": None} for line in NINE_LINES} | {"held": 0}
    exact = [Fraction(1000 * number, held) for number in numbers]
    given = [int(share) for share in exact]
    owed = [share - whole for share, whole in zip(exact, given, strict=True)]
    while sum(given) < 1000:
        neediest = owed.index(max(owed))
        given[neediest] += 1
        owed[neediest] = Fraction(-1)
    lines = {
        line: {"count": number, "percent": whole / 10}
        for line, number, whole in zip(NINE_LINES, numbers, given, strict=True)
    }
    return lines | {"held": held}


def reviews(folder, counts_on):
    kept = [
        row
        for row in read(folder, "reviews")
        if row["cancelled"] == "0" and counts_on(date.fromisoformat(row["held_date"]))
    ]
    total = [0] * 9
    by_plan = {}
    for plan in PLAN_TYPES:
        numbers = [0] * 9
        of_plan = [row for row in kept if row["plan_type"] == plan]
        for place in {(row["child_id"], row["held_date"]) for row in of_plan}:
            same = [row for row in of_plan if (row["child_id"], row["held_date"]) == place]
            numbers[NINE_LINES.index(line_of(same))] += 1
        total = [one + more for one, more in zip(total, numbers, strict=True)]
        by_plan[plan] = table(numbers)
    return {"scheme": "voice-2023", "all": table(total), "by_plan": by_plan}


class CountsOn:
    """Is a day in the reporting year, and not after AS OF?"""

    def __init__(self, year, as_of):
        first = int(year[:4])
        self.days = range(date(first, 4, 1).toordinal(), date(first + 1, 4, 1).toordinal())
        self.as_of = as_of

    def __call__(self, day):
        return day.toordinal() in self.days and day <= self.as_of


def count_folder(folder, year, as_of, authority=None, asking_began_on=None):
    """Return the `items` of the return for a folder of facts.

    `year` like "2025-26"; `as_of` and `asking_began_on` are dates. `authority` takes the place it
    has in the command line; no figure depends on it.
    """
    counts_on = CountsOn(year, as_of)
    asked = asking_figures(
        {name: read(folder, name) for name in ("work", "askings", "talks", "exemptions")},
        counts_on,
        asking_began_on,
    )
    return {
        "1a": {
            "published": False,
            "published_on": None,
            "address": None,
            "child_friendly": False,
            "scrutinised_by_young_people": False,
        },
        "2a": points(folder, counts_on),
        "2b": reviews(folder, counts_on),
        "2c": {
            "asking_began_on": asking_began_on and asking_began_on.isoformat(),
            "children": with_percent(asked["children"]),
            "intervals": asked["intervals"],
            "quarter_ends": {day: with_percent(box) for day, box in asked["quarters"].items()},
        },
    }
