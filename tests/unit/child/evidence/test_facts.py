"""The points behind a figure, and why each counts as it does."""

from datetime import date

import pytest

from heard.child.evidence.facts import confirmation_rows, facts, point_rows
from tests.unit.child.evidence.test_counts import AS_OF, DAY, YEAR, answered, maya, reached

__all__ = ["maya"]
pytestmark = pytest.mark.django_db


def test_a_fact_names_its_point_and_child_by_hex_digits(maya):
    point = reached(maya)
    (fact,) = facts(YEAR, AS_OF)
    assert (fact.ref, fact.child) == (point.pk.hex, maya.pk.hex)
    assert (fact.item, fact.line, fact.day, fact.code) == ("2a", "assessment", DAY, "")
    assert (fact.counted, fact.rule) == ("unanswered", "2a-unanswered")


def test_the_last_answer_is_the_one_told(maya):
    reached(maya)
    answered(maya, "yes")
    answered(maya, "not_appropriate")
    (fact,) = facts(YEAR, AS_OF)
    assert (fact.counted, fact.rule) == ("not_appropriate", "2a-last-confirmation")
    assert "a reason" not in repr(fact)
    assert "Ruth" not in repr(fact)


def test_facts_come_by_kind_and_day(maya):
    reached(maya, "K", "closure", date(2025, 4, 2))
    reached(maya, "B", "assessment", date(2025, 9, 1))
    reached(maya, "C", "assessment", date(2025, 5, 1))
    told = [(fact.line, fact.day) for fact in facts(YEAR, AS_OF)]
    assert told == sorted(told)
    assert len(told) == 3


def test_the_checks_see_every_point_completed_or_not(maya):
    reached(maya, "A", day=None)
    reached(maya, "B", day=date(2019, 1, 1))
    assert {row.day for row in point_rows()} == {None, date(2019, 1, 1)}


def test_the_checks_see_answers_about_no_known_point(maya):
    point = reached(maya)
    answered(maya, "yes")
    lost = answered(maya, "not_appropriate", known_as="nowhere")
    known, orphan = confirmation_rows(YEAR)
    assert (known.point, known.has_reason) == (point.pk.hex, False)
    assert (orphan.point, orphan.ref, orphan.has_reason) == ("", lost.pk.hex, True)


def test_the_checks_see_answers_of_the_year_and_of_unknown_days(maya):
    days = [date(1900, 1, 1), date(2025, 3, 31), date(2025, 4, 1)]
    for day in days:
        answered(maya, "yes", on=day)
    assert [row.answered_on for row in confirmation_rows(YEAR)] == [days[0], days[2]]
