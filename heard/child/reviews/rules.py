"""2b: how the child took part in each review; the chair's answers; the statutory file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from heard.kernel.codes import LOCAL, SSDA903, Statutory, meaning, to_ssda903, to_voice
from heard.kernel.return_spec.fact import EXCLUDED, UNCODED, Fact
from heard.kernel.return_spec.rows import ReviewRow
from heard.kernel.time import ReportingYear

ReviewKey = tuple[str, str, date]


class ChairAnswers(NamedTuple):
    """What the chair said, in plain words. `there` None: not said.

    `valid_reason` is why the child could not take part, in the chair's words; "" for none.
    """

    valid_reason: str = ""
    chose_not_to: bool = False
    there: bool | None = None
    spoke: bool = False
    own_way: bool = False
    advocate_spoke: bool = False
    views_came: bool = False


def code_of(answers: ChairAnswers) -> str | None:
    """Return the voice-2023 code that the chair's answers give, or None: the child was not asked.

    The order is that of the dataset rules ("The chair's answers and the code"); None is an open
    loop. Without a word on whether the child was there, there is no code either.
    """
    if answers.valid_reason.strip():
        return "PN8"
    if answers.chose_not_to:
        return "PN7"
    if answers.there is None:
        return None
    return _code_there(answers) if answers.there else _code_away(answers)


def _code_there(answers: ChairAnswers) -> str:
    if answers.spoke:
        return "PN1"
    if answers.own_way:
        return "PN2"
    return "PN3" if answers.advocate_spoke else "PN6"


def _code_away(answers: ChairAnswers) -> str | None:
    if answers.advocate_spoke:
        return "PN4"
    return "PN5" if answers.views_came else None


def agree(rows: Iterable[ReviewRow]) -> bool:
    """Say whether the rows of one review mean the same; a blank differs from a code."""
    return len({meaning(row.scheme, row.code) for row in rows}) < 2


def reviews_of(
    rows: Iterable[ReviewRow], year: ReportingYear, as_of: date
) -> dict[ReviewKey, list[ReviewRow]]:
    """Return the rows of each review held in the year: same child, plan type and day.

    Cancelled rows are set aside first. Rows of one review are in order of their ref.
    """
    reviews: dict[ReviewKey, list[ReviewRow]] = defaultdict(list)
    for row in rows:
        if not row.cancelled and year.holds(row.held, as_of):
            reviews[row.child, row.plan, row.held].append(row)
    return {key: sorted(same) for key, same in reviews.items()}


def counts_as(rows: list[ReviewRow]) -> tuple[str, str]:
    """Return the line that one review counts in (PN1 to PN8, or uncoded) and the rule."""
    if not agree(rows):
        return UNCODED, "2b-conflict"
    scheme, code = rows[0].scheme, rows[0].code
    if not code:
        return UNCODED, "2b-uncoded"
    voice = to_voice(scheme, code)
    if voice is None:
        return UNCODED, "2b-local" if scheme == LOCAL else "2b-older-way"
    return voice, "2b-converted" if scheme == SSDA903 else "2b-coded"


def facts(rows: Iterable[ReviewRow], year: ReportingYear, as_of: date) -> Iterator[Fact]:
    """Yield a fact for each review row of the year (dataset rules, 2b): one counts, others say why.

    The fact that counts carries the first row of its review, in order of ref.
    """
    rows = list(rows)
    for row in rows:
        if row.cancelled and year.holds(row.held, as_of):
            yield _fact(row, EXCLUDED, "2b-cancelled")
    for same in reviews_of(rows, year, as_of).values():
        yield _fact(same[0], *counts_as(same))
        for row in same[1:]:
            yield _fact(row, EXCLUDED, "2b-same-review")


def _fact(row: ReviewRow, counted: str, rule: str) -> Fact:
    code = f"{row.scheme}:{row.code}" if row.code else ""
    return Fact("2b", row.plan, row.ref, row.child, row.held, code, counted, rule)


class StatutoryReview(NamedTuple):
    """A looked-after review as the statutory file has it, or left out with an error."""

    ref: str
    child: str
    born: date | None
    held: date
    outcome: Statutory


def statutory_reviews(
    rows: Iterable[ReviewRow],
    born: Mapping[str, date | None],
    year: ReportingYear,
    as_of: date,
) -> list[StatutoryReview]:
    """Return each looked-after review of the year for SSDA903, in order of child and day.

    Those whose `outcome.code` is None are left out of the file and listed as errors.
    """
    looked_after = [row for row in rows if row.plan == "CLA"]
    selected = []
    for (child, _, held), same in reviews_of(looked_after, year, as_of).items():
        codes = [(row.scheme, row.code) for row in same]
        outcome = to_ssda903(codes, held, born.get(child))
        selected.append(StatutoryReview(same[0].ref, child, born.get(child), held, outcome))
    return sorted(selected, key=lambda review: (review.child, review.held))
