"""Read a folder of facts into the rows of Heard's rules, for the tests that compare the two."""

import csv
from collections import defaultdict
from datetime import date

from heard.child.asking_due import rules as asking_due
from heard.child.evidence import rules as evidence
from heard.child.reviews import rules as reviews
from heard.kernel.return_spec import rows
from heard.kernel.return_spec.context import Context
from heard.kernel.return_spec.figures import figures
from heard.kernel.time import ReportingYear


def read(folder, name):
    """Return the rows of a file; a row repeated to the letter keeps the place of the last."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        found = [tuple(row) for row in list(csv.reader(file))[1:]]
    return list(reversed(dict.fromkeys(reversed(found))))


def day(text):
    return date.fromisoformat(text) if text else None


def points(folder):
    files = (("assessment", "assessments"), ("closure", "closures"))
    return [
        rows.PointRow(kind, ref, child, day(when))
        for kind, name in files
        for ref, child, when in read(folder, name)
    ]


def askings(folder):
    talks = defaultdict(list)
    for asking, talked_on in read(folder, "talks"):
        talks[asking].append(day(talked_on))
    return [
        rows.AskingRow(ref, child, day(on), by, of, declined == "1", tuple(talks[ref]))
        for ref, child, on, by, of, _how, declined in read(folder, "askings")
    ]


def load(folder):
    """Return every row that rules and checks want, by the name the context gives it."""
    return {
        "children": [rows.ChildRow(row[0], day(row[1])) for row in read(folder, "children")],
        "work": [
            rows.WorkRow(child, level, day(first), day(last))
            for child, level, first, last in read(folder, "work")
        ],
        "points": points(folder),
        "confirmations": [
            rows.ConfirmationRow(kind, point, child, answer, day(on), bool(reason))
            for kind, point, child, answer, reason, on, _by in read(folder, "confirmations")
        ],
        "reviews": [
            rows.ReviewRow(ref, child, plan, day(on), off == "1", code, scheme, bool(reason))
            for ref, child, plan, on, off, code, scheme, reason in read(folder, "reviews")
        ],
        "askings": askings(folder),
        "exemptions": [
            rows.ExemptionRow(str(place), child, day(first), day(last), day(agreed), bool(reason))
            for place, (child, first, last, reason, _by, agreed) in enumerate(
                read(folder, "exemptions")
            )
        ],
    }


def facts_of(loaded, year, as_of, began_on=None):
    """Return every fact of the three items, as the rules give them."""
    count = asking_due.Count(year, as_of, began_on)
    return [
        *evidence.facts(loaded["points"], loaded["confirmations"], year, as_of),
        *reviews.facts(loaded["reviews"], year, as_of),
        *asking_due.facts(loaded["work"], loaded["askings"], loaded["exemptions"], count),
    ]


def count_with_heard(folder, label, as_of, began_on=None):
    """Return (items, context) of a folder by Heard's own rules."""
    year = ReportingYear.parse(label)
    loaded = load(folder)
    facts = facts_of(loaded, year, as_of, began_on)
    context = Context(year, as_of, as_of, facts=facts, **loaded)
    return figures(facts, as_of, year, began_on), context
