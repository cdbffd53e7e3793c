"""Every figure of a return, built by tallying its facts and from nothing else.

A frozen return keeps its facts; building it again from them must give the same figures.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from heard.kernel.codes import VOICE
from heard.kernel.return_spec.fact import (
    CHILDREN,
    COUNTED_2A,
    COUNTED_2B,
    COUNTED_2C,
    EXCLUDED,
    INTERVALS,
    Fact,
)
from heard.kernel.return_spec.rows import KINDS, PLANS
from heard.kernel.return_spec.shapes import NOT_PUBLISHED, Json, shape_c, shape_d, shape_t
from heard.kernel.time import ReportingYear

Tally = Mapping[tuple[str, str], Counter[str]]
MAY_COUNT_AS = {"2a": set(COUNTED_2A), "2b": set(COUNTED_2B), "2c": set(COUNTED_2C)}


def tally(facts: Iterable[Fact]) -> Tally:
    """Return {(item, line): counts}. A fact that no line knows raises ValueError."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for fact in facts:
        if fact.counted == EXCLUDED:
            continue
        if fact.counted not in MAY_COUNT_AS.get(fact.item, ()):
            raise ValueError(f"No line of {fact.item} counts {fact.counted!r}.")
        counts[fact.item, fact.line][fact.counted] += 1
    return counts


def known_lines(quarters: Iterable[date]) -> set[tuple[str, str]]:
    """Return every (item, line) that a return of these quarters' ends has."""
    lines = {("2a", kind) for kind in KINDS} | {("2b", plan) for plan in PLANS}
    lines |= {("2c", line) for line in (CHILDREN, INTERVALS)}
    return lines | {("2c", quarter.isoformat()) for quarter in quarters}


def figures_2b(counts: Tally) -> Json:
    """Return item 2b: a table for each plan type and one for all of them."""
    every: Counter[str] = Counter()
    for plan in PLANS:
        every.update(counts.get(("2b", plan), {}))
    by_plan = {plan: shape_t(counts.get(("2b", plan), {})) for plan in PLANS}
    return {"scheme": VOICE, "all": shape_t(every), "by_plan": by_plan}


def figures_2c(counts: Tally, quarters: Iterable[date], asking_began_on: date | None) -> Json:
    """Return item 2c, with a line for each quarter's end given."""
    intervals = counts.get(("2c", INTERVALS), Counter())
    return {
        "asking_began_on": asking_began_on.isoformat() if asking_began_on else None,
        "children": shape_d(counts.get(("2c", CHILDREN), {})),
        "intervals": {answer: intervals.get(answer, 0) for answer in COUNTED_2C},
        "quarter_ends": {
            quarter.isoformat(): shape_d(counts.get(("2c", quarter.isoformat()), {}))
            for quarter in quarters
        },
    }


def figures(
    facts: Iterable[Fact],
    as_of: date,
    year: ReportingYear,
    asking_began_on: date | None = None,
    one_a: Json | None = None,
) -> Json:
    """Return the `items` of a return from its facts (dataset rules, "The return as JSON").

    Quarters' ends after AS OF have no line. ValueError where a fact belongs to no line.
    """
    quarters = [quarter for quarter in year.quarter_ends if quarter <= as_of]
    counts = tally(facts)
    strangers = counts.keys() - known_lines(quarters)
    if strangers:
        raise ValueError(f"No such line in a return of {year.label}: {sorted(strangers)}.")
    return {
        "1a": dict(one_a or NOT_PUBLISHED),
        "2a": {kind: shape_c(counts.get(("2a", kind), {})) for kind in KINDS},
        "2b": figures_2b(counts),
        "2c": figures_2c(counts, quarters, asking_began_on),
    }
