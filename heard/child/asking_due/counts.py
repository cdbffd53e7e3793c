"""The first door of this app: who was asked every three months. Tallies, never rows."""

from collections import Counter
from datetime import date

from heard.child.asking_due import rows
from heard.child.asking_due.rules import Count, facts_of_child
from heard.kernel.return_spec.fact import CHILDREN, COUNTED_2C, EXCLUDED, INTERVALS
from heard.kernel.time import ReportingYear


def tally(
    year: ReportingYear, as_of: date, asking_began_on: date | None
) -> dict[str, dict[str, int] | dict[str, dict[str, int]]]:
    """Return {"children": D, "intervals": D, "quarter_ends": {"2025-06-30": D, ...}}.

    D is {"yes", "no", "not_appropriate"}; quarters' ends after AS OF are left out. Reads each
    table once, in order of child, and keeps one child at a time (dataset rules, 2c).
    """
    count = Count(year, as_of, asking_began_on)
    counted = Counter(
        (fact.line, fact.counted)
        for child in rows.by_child()
        for fact in facts_of_child(*child, count)
        if fact.counted != EXCLUDED
    )

    def line(name: str) -> dict[str, int]:
        return {answer: counted[name, answer] for answer in COUNTED_2C}

    ends = (day.isoformat() for day in year.quarter_ends if day <= as_of)
    return {
        "children": line(CHILDREN),
        "intervals": line(INTERVALS),
        "quarter_ends": {day: line(day) for day in ends},
    }
