"""Counting a return: the facts through the third door, the same counts through the first.

The two are made by different code. Where they disagree the return is not built.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from heard.authority.returns.operations.snapshot import one_moment
from heard.authority.returns.queries.plan import one_a
from heard.authority.returns.rules.days import BadReturn
from heard.authority.returns.rules.groups import in_order
from heard.child.asking_due import counts as askings_counted
from heard.child.asking_due import facts as askings
from heard.child.evidence import counts as evidence_counted
from heard.child.evidence import facts as evidence
from heard.child.people import facts as people
from heard.child.reviews import counts as reviews_counted
from heard.child.reviews import facts as reviews
from heard.foundations.deployment.models import Deployment
from heard.foundations.deployment.queries import deployment
from heard.kernel.return_spec.checks import Finding, run_checks
from heard.kernel.return_spec.context import Context
from heard.kernel.return_spec.fact import Fact
from heard.kernel.return_spec.figures import figures, tally
from heard.kernel.return_spec.shapes import Json, shape_return
from heard.kernel.time import ReportingYear

Counts = Mapping[tuple[str, str], Mapping[str, int]]


@dataclass(frozen=True)
class Gathered:
    """All that a return will hold, counted at one moment."""

    year: ReportingYear
    as_of: date
    authority: Deployment
    items: Json
    facts: list[Fact]
    context: Context
    findings: list[Finding]

    @property
    def whole(self) -> Json:
        """The return as JSON, with its content hash."""
        who = (self.authority.code or None, self.authority.name or None)
        checks = [finding.as_json() for finding in self.findings]
        return shape_return(self.year, self.as_of, who, self.items, checks)


def gather(year: ReportingYear, as_of: date, today: date) -> Gathered:
    """Count a return and run its checks. Raises BadReturn where facts and counts disagree."""
    with one_moment():
        authority = deployment()
        plan = one_a(year, as_of)
        facts = in_order(all_facts(year, as_of, authority.asking_began_on))
        agree(facts, counted(year, as_of, authority.asking_began_on))
        items = figures(facts, as_of, year, authority.asking_began_on, plan)
        context = Context(
            year=year,
            as_of=as_of,
            today=today,
            authority_code=authority.code,
            authority_name=authority.name,
            plan_published=plan["published"],
            facts=facts,
            **rows_for_checks(year),
        )
    return Gathered(year, as_of, authority, items, facts, context, run_checks(context))


def rows_for_checks(year: ReportingYear) -> dict[str, list[Any]]:
    """Return the rows behind the facts: ids, days and codes only."""
    return {
        "children": list(people.child_rows()),
        "work": list(people.work_rows()),
        "points": list(evidence.point_rows()),
        "confirmations": list(evidence.confirmation_rows(year)),
        "reviews": list(reviews.review_rows(year)),
        "askings": list(askings.asking_rows(year)),
        "exemptions": list(askings.exemption_rows()),
    }


def all_facts(year: ReportingYear, as_of: date, began_on: date | None) -> list[Fact]:
    """Return every fact of the return, counted or left out."""
    return [
        *evidence.facts(year, as_of),
        *reviews.facts(year, as_of),
        *askings.facts(year, as_of, began_on),
    ]


def counted(year: ReportingYear, as_of: date, began_on: date | None) -> Counts:
    """Return {(item, line): {counted: number}} from the doors that hand out tallies."""
    points = evidence_counted.tally(year, as_of)
    reviewed = reviews_counted.tally(year, as_of)
    asked: dict[str, Any] = dict(askings_counted.tally(year, as_of, began_on))
    ends = asked.pop("quarter_ends")
    return {
        **{("2a", kind): numbers for kind, numbers in points.items()},
        **{("2b", plan): numbers for plan, numbers in reviewed.items()},
        **{("2c", line): numbers for line, numbers in {**asked, **ends}.items()},
    }


def agree(facts: list[Fact], counts: Counts) -> None:
    """Raise BadReturn, naming each line, where tallying the facts gives other counts."""
    tallied = tally(facts)
    lines = sorted(tallied.keys() | counts.keys())
    wrong = [words for line in lines if (words := _compared(line, tallied, counts))]
    if wrong:
        raise BadReturn(
            "The return was not built, because its facts and its counts disagree. This is a fault "
            f"of Heard; please report it with these lines: {'; '.join(wrong)}."
        )


def _compared(line: tuple[str, str], tallied: Counts, counts: Counts) -> str:
    """Return what differs in one line, or nothing."""
    facts = {answer: number for answer, number in tallied.get(line, {}).items() if number}
    numbers = {answer: number for answer, number in counts.get(line, {}).items() if number}
    return "" if facts == numbers else f"{' '.join(line)}: facts {facts}, counts {numbers}"
