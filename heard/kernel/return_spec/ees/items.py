"""The counts of a return as small tables: plan types down, answers across, hidden cells marked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from heard.kernel.disclosure import CONFIDENTIAL, NOT_APPLICABLE, UNAVAILABLE, Cell, percent_cell
from heard.kernel.return_spec.fact import CODES, COUNTED_2A, COUNTED_2B, COUNTED_2C
from heard.kernel.return_spec.rows import PLANS
from heard.kernel.return_spec.shapes import Json
from heard.kernel.suppression import hidden_cells, with_totals

TOTAL = "Total"
PLAN_WORDS = {
    "EH": "Early Help",
    "CIN": "Child in Need",
    "CP": "Child Protection",
    "CLA": "Looked After",
    "PATHWAY": "Pathway",
}
ANSWER_WORDS = {
    "yes": "Yes",
    "no": "No",
    "not_appropriate": "Not appropriate",
    "unanswered": "Unanswered",
    **{code: f"{code} (voice-2023)" for code in CODES},
    "uncoded": "Not coded",
}
PLAN_LABELS = (TOTAL, *PLAN_WORDS.values())
ANSWER_LABELS = (TOTAL, *ANSWER_WORDS.values())
PUBLISHED = {
    "1a Annual voice plan published": "published",
    "1a Version for children": "child_friendly",
    "1a Scrutinised by young people": "scrutinised_by_young_people",
}
REVIEWS = "2b Participation in reviews"
QUARTERS = {
    "2c Children at 30 June": "-06-30",
    "2c Children at 30 September": "-09-30",
    "2c Children at 31 December": "-12-31",
    "2c Children at 31 March": "-03-31",
}

Line = tuple[str, str, str]
Cells = tuple[Cell, Cell]


class Table(NamedTuple):
    """One item's counts: a row for each plan type (or one row), a column for each answer."""

    item: str
    answers: Sequence[str]
    plans: Sequence[str]
    counts: list[list[int]]


def tables(items: Json) -> Iterator[Table]:
    """Yield the tables of counts of a return."""
    for kind, words in (("assessment", "2a Assessment"), ("closure", "2a Case closure")):
        yield _one_row(words, items["2a"][kind], COUNTED_2A)
    by_plan = items["2b"]["by_plan"]
    counts = [[by_plan[plan][line]["count"] for line in COUNTED_2B] for plan in PLANS]
    yield Table(REVIEWS, COUNTED_2B, [PLAN_WORDS[plan] for plan in PLANS], counts)
    yield _one_row("2c Children in the year", items["2c"]["children"], COUNTED_2C)
    yield _one_row("2c Times feedback was due", items["2c"]["intervals"], COUNTED_2C)
    for words, ending in QUARTERS.items():
        for day, counted in items["2c"]["quarter_ends"].items():
            if day.endswith(ending):
                yield _one_row(words, counted, COUNTED_2C)


def _one_row(item: str, counted: Mapping[str, int], answers: Sequence[str]) -> Table:
    return Table(item, answers, (), [[counted[answer] for answer in answers]])


def cells_of(table: Table) -> dict[Line, Cells]:
    """Return {(item, plan, answer): (count, percent)} of a table, protected.

    The percentage of a review line is of the reviews of that plan type; of an answer "yes" it is
    of those answered yes or no. No other line has one.
    """
    counts, hidden = with_totals(table.counts), hidden_cells(table.counts)
    if table.plans:
        rows = list(enumerate((*table.plans, TOTAL)))
    else:
        # One row and its total are the same figures: what is hidden in one is hidden in both.
        hidden |= {(0, column) for _, column in hidden}
        rows = [(0, TOTAL)]
    labels = [*(ANSWER_WORDS[answer] for answer in table.answers), TOTAL]
    return {
        (table.item, plan, label): (
            CONFIDENTIAL if (row, column) in hidden else counts[row][column],
            _percent(table, counts[row], column, {c for r, c in hidden if r == row}),
        )
        for row, plan in rows
        for column, label in enumerate(labels)
    }


def _percent(table: Table, counts: Sequence[int], column: int, hidden: set[int]) -> Cell:
    total = len(table.answers)
    if column == total or table.item == "2c Times feedback was due":
        return NOT_APPLICABLE
    if table.item == REVIEWS:
        of, whole = {column, total}, counts[total]
    elif table.answers[column] == "yes":
        of, whole = {0, 1}, counts[0] + counts[1]
    else:
        return NOT_APPLICABLE
    if whole and of & hidden:
        return CONFIDENTIAL
    return percent_cell(counts[column], whole)


def published_lines(one_a: Json) -> dict[Line, Cells]:
    """Return the lines of item 1a: facts about the authority, so a percentage of 100 or 0."""
    yes = ANSWER_WORDS["yes"]
    return {
        (item, TOTAL, yes): (NOT_APPLICABLE, 100 if one_a[key] else 0)
        for item, key in PUBLISHED.items()
    }


def all_lines(items: Json) -> dict[Line, Cells]:
    """Return every line of the file, the matrix complete.

    z where a line cannot have a figure, x where a quarter's end lies after AS OF.
    """
    found = published_lines(items["1a"])
    for table in tables(items):
        found |= cells_of(table)
    known = [*dict.fromkeys(item for item, _, _ in found)]
    matrix: dict[Line, Cells] = {}
    for item in (*known, *(words for words in QUARTERS if words not in known)):
        missing = UNAVAILABLE if item not in known else NOT_APPLICABLE
        for plan in PLAN_LABELS:
            for answer in ANSWER_LABELS:
                line = (item, plan, answer)
                matrix[line] = found.get(line, (missing, missing))
    return matrix
