"""2a: the last answer about each point counts."""

from datetime import date

import pytest

from heard.child.evidence.rules import facts, last_confirmations
from heard.kernel.return_spec.rows import ConfirmationRow, PointRow
from heard.kernel.time import ReportingYear

YEAR = ReportingYear(2025)
AS_OF = date(2026, 4, 30)
DAY = date(2025, 9, 1)
POINT = PointRow("assessment", "P", "A", DAY)


def said(answer, on=DAY, child="A", point="P", kind="assessment"):
    return ConfirmationRow(kind, point, child, answer, on)


def counted(points, confirmations, as_of=AS_OF):
    return [(fact.child, fact.counted) for fact in facts(points, confirmations, YEAR, as_of)]


def test_a_point_without_an_answer_is_unanswered():
    assert counted([POINT], []) == [("A", "unanswered")]


@pytest.mark.parametrize(
    "answers, expected",
    [
        ([said("no"), said("yes", date(2025, 9, 2))], "yes"),
        ([said("yes", date(2025, 9, 2)), said("no")], "yes"),
        ([said("yes"), said("no")], "no"),
        ([said("yes", date(2026, 5, 1))], "unanswered"),
        ([said("yes", date(2025, 1, 1))], "yes"),
        ([said("not_appropriate")], "not_appropriate"),
        (
            [said("yes", child="B"), said("yes", point="Q"), said("yes", kind="closure")],
            "unanswered",
        ),
    ],
)
def test_the_last_answer_up_to_as_of_counts(answers, expected):
    assert counted([POINT], answers) == [("A", expected)]


def test_of_two_on_one_day_the_later_recorded_counts():
    rows = [said("yes"), said("no"), said("yes")]
    assert last_confirmations(rows, AS_OF)["assessment", "P", "A"] is rows[2]


def test_a_family_assessment_is_a_point_for_each_child():
    assert counted([POINT, POINT._replace(child="B")], [said("yes")]) == [
        ("A", "yes"),
        ("B", "unanswered"),
    ]


@pytest.mark.parametrize(
    "day, points",
    [
        (None, 0),
        (date(2025, 3, 31), 0),
        (date(2025, 4, 1), 1),
        (date(2026, 3, 31), 1),
        (date(2026, 4, 1), 0),
    ],
)
def test_only_points_of_the_year_count(day, points):
    assert len(counted([POINT._replace(day=day)], [])) == points


def test_a_point_after_as_of_does_not_count_and_a_repeated_row_is_one():
    assert counted([POINT], [], as_of=date(2025, 8, 31)) == []
    assert len(counted([POINT, POINT], [])) == 1
