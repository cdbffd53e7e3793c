"""The review rows behind a figure, and why each counts or not."""

from datetime import date

import pytest

from heard.child.reviews.facts import facts, review_rows
from tests.unit.child.reviews.test_counts import AS_OF, DAY, YEAR, held, maya

__all__ = ["maya"]
pytestmark = pytest.mark.django_db


def told():
    return [(fact.ref, fact.code, fact.counted, fact.rule) for fact in facts(YEAR, AS_OF)]


def test_a_fact_names_its_row_and_child_by_hex_digits(maya):
    row = held(maya)
    (fact,) = facts(YEAR, AS_OF)
    assert fact.ref == row.pk.hex
    assert fact.child == maya.pk.hex
    assert (fact.item, fact.line, fact.day) == ("2b", "CIN", DAY)


def test_one_row_of_a_review_counts_and_the_others_say_why_not(maya):
    one = held(maya, "voice-2023", "PN3")
    two = held(maya, "ssda903", "PN2")
    off = held(maya, "voice-2023", "PN1", cancelled=True)
    assert told() == [
        (off.pk.hex, "voice-2023:PN1", "excluded", "2b-cancelled"),
        (one.pk.hex, "voice-2023:PN3", "PN3", "2b-coded"),
        (two.pk.hex, "ssda903:PN2", "excluded", "2b-same-review"),
    ]


@pytest.mark.parametrize(
    "scheme, code, rule",
    [
        ("", "", "2b-uncoded"),
        ("ssda903", "PN0", "2b-older-way"),
        ("local", "somebody spoke", "2b-local"),
    ],
)
def test_what_is_not_coded_says_how(maya, scheme, code, rule):
    held(maya, scheme, code)
    ((_, _, counted, said),) = told()
    assert (counted, said) == ("uncoded", rule)


def test_a_conflict_counts_once_as_not_coded(maya):
    held(maya, "voice-2023", "PN1")
    held(maya, "voice-2023", "PN2")
    assert [(counted, rule) for _, _, counted, rule in told()] == [
        ("uncoded", "2b-conflict"),
        ("excluded", "2b-same-review"),
    ]


def test_no_words_pass_this_door(maya):
    held(maya, "local", "Maya said that she hates it there")
    held(maya, "voice-2023", "PN8", day=date(2025, 7, 1))
    passed = repr([*facts(YEAR, AS_OF)])
    assert "hates" not in passed
    assert "hospital" not in passed
    assert [code for _, code, _, _ in told()] == ["local", "voice-2023:PN8"]


def test_the_checks_see_the_year_what_is_to_come_and_unknown_days(maya):
    days = [date(1900, 1, 1), date(2025, 3, 31), date(2025, 4, 1), date(2030, 1, 1)]
    for day in days:
        held(maya, day=day)
    assert [row.held for row in review_rows(YEAR)] == [days[0], days[2], days[3]]
    assert not any(row.has_reason for row in review_rows(YEAR))
