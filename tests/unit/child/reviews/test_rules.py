"""2b: one child at one review; two schemes; the chair's answers; the statutory file."""

from datetime import date
from itertools import product

import pytest

from heard.child.reviews.rules import ChairAnswers, agree, code_of, facts, statutory_reviews
from heard.kernel.return_spec.rows import ReviewRow
from heard.kernel.time import ReportingYear

YEAR = ReportingYear(2025)
AS_OF = date(2026, 4, 30)
HELD = date(2025, 9, 1)
BORN = {"A": date(2015, 1, 1), "B": date(2021, 9, 2), "C": None}


def row(code="PN1", scheme="voice-2023", ref="1", child="A", plan="CLA", held=HELD, off=False):
    return ReviewRow(ref, child, plan, held, off, code, scheme)


def counted(*rows, as_of=AS_OF):
    return [(fact.ref, fact.counted, fact.rule) for fact in facts(rows, YEAR, as_of)]


@pytest.mark.parametrize(
    "code, scheme, line, rule",
    [
        ("PN2", "voice-2023", "PN2", "2b-coded"),
        ("PN2", "ssda903", "PN3", "2b-converted"),
        ("PN0", "ssda903", "uncoded", "2b-older-way"),
        ("PN7", "ssda903", "uncoded", "2b-older-way"),
        ("PN1", "local", "uncoded", "2b-local"),
        ("", "", "uncoded", "2b-uncoded"),
        ("", "ssda903", "uncoded", "2b-uncoded"),
    ],
)
def test_each_review_counts_in_one_line(code, scheme, line, rule):
    assert counted(row(code, scheme)) == [("1", line, rule)]


def test_rows_of_one_review_are_one_when_they_mean_the_same():
    same = counted(row("PN4", "ssda903", ref="2"), row("PN6", ref="1"))
    assert same == [("1", "PN6", "2b-coded"), ("2", "excluded", "2b-same-review")]


@pytest.mark.parametrize(
    "one, other",
    [
        (("PN1", "voice-2023"), ("PN2", "voice-2023")),
        (("PN1", "voice-2023"), ("", "")),
        (("PN7", "voice-2023"), ("PN7", "ssda903")),
        (("PN2", "voice-2023"), ("PN2", "ssda903")),
        (("PN1", "local"), ("PN1", "voice-2023")),
    ],
)
def test_rows_that_disagree_count_as_not_coded_until_settled(one, other):
    rows = [row(*one, ref="1"), row(*other, ref="2")]
    assert not agree(rows)
    assert counted(*rows)[0] == ("1", "uncoded", "2b-conflict")


def test_a_cancelled_row_is_set_aside_before_rows_are_compared():
    assert counted(row("PN1", ref="1", off=True), row("PN2", ref="2")) == [
        ("1", "excluded", "2b-cancelled"),
        ("2", "PN2", "2b-coded"),
    ]


def test_another_plan_day_or_child_is_another_review():
    others = [row(ref="2", plan="CP"), row(ref="3", child="B"), row(ref="4", held=date(2025, 9, 2))]
    assert [line for _, line, _ in counted(row(), *others)] == ["PN1"] * 4


def test_reviews_of_other_years_and_after_as_of_are_no_facts():
    assert counted(row(held=date(2026, 4, 1)), row(held=date(2025, 3, 31), off=True)) == []
    assert counted(row(), as_of=date(2025, 8, 31)) == []


@pytest.mark.parametrize(
    "answers, code",
    [
        (ChairAnswers(valid_reason="in labour", chose_not_to=True, there=True, spoke=True), "PN8"),
        (ChairAnswers(valid_reason="  ", there=True, spoke=True), "PN1"),
        (ChairAnswers(chose_not_to=True, there=True, spoke=True), "PN7"),
        (ChairAnswers(there=True, spoke=True, own_way=True, advocate_spoke=True), "PN1"),
        (ChairAnswers(there=True, own_way=True, advocate_spoke=True), "PN2"),
        (ChairAnswers(there=True, advocate_spoke=True, views_came=True), "PN3"),
        (ChairAnswers(there=True, views_came=True), "PN6"),
        (ChairAnswers(there=False, advocate_spoke=True, views_came=True), "PN4"),
        (ChairAnswers(there=False, views_came=True), "PN5"),
        (ChairAnswers(there=False), None),
        (ChairAnswers(), None),
    ],
)
def test_the_chairs_answers_give_the_code_in_this_order(answers, code):
    assert code_of(answers) == code


def test_whatever_the_chair_says_gives_one_code_or_none():
    flags = product((False, True), repeat=5)
    given = {code_of(ChairAnswers("", *some[:1], *some)) for some in flags}
    assert given <= {None, *(f"PN{n}" for n in range(1, 9))}


def sent(*rows):
    reviews = statutory_reviews(rows, BORN, YEAR, AS_OF)
    return [(review.child, review.outcome.code, review.outcome.rule) for review in reviews]


def test_only_looked_after_reviews_of_the_year_that_were_held_are_sent():
    others = [row(plan="CP"), row(off=True), row(held=date(2026, 4, 1))]
    assert sent(row("PN4"), *others) == [("A", "PN5", "903-converted")]


def test_under_4_comes_before_everything_else():
    conflict = [row("PN1", child="B", ref="1"), row("", "", child="B", ref="2")]
    assert sent(*conflict) == [("B", "PN0", "903-under-4")]


def test_no_code_or_a_conflict_is_listed_and_not_sent():
    assert sent(row("", "", child="C"), row(ref="1"), row("PN2", ref="2")) == [
        ("A", None, "903-conflict"),
        ("C", None, "903-no-code"),
    ]
