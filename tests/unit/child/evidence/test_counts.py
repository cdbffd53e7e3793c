"""How many points had which answer, counted in the database."""

from datetime import date
from itertools import count

import pytest

from heard.child.evidence.counts import tally
from heard.child.evidence.models import Confirmation, Point
from heard.child.people.models import Child
from heard.foundations.audit.guard import writing_allowed
from heard.kernel.time import ReportingYear

YEAR, AS_OF = ReportingYear(2025), date(2026, 3, 31)
DAY, LATER = date(2025, 6, 30), date(2025, 7, 1)
sequence = count(1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def maya():
    with writing_allowed("test"):
        return Child.objects.create(authority_id="Maya", source="test")


def reached(child, known_as="A1", kind="assessment", day=DAY):
    with writing_allowed("test"):
        return Point.objects.create(
            kind=kind, authority_point_id=known_as, child=child, day=day, source="test"
        )


def answered(child, answer, on=DAY, known_as="A1", kind="assessment", place=None):
    with writing_allowed("test"):
        return Confirmation.objects.create(
            kind=kind,
            authority_point_id=known_as,
            child=child,
            answer=answer,
            reason="a reason" if answer == "not_appropriate" else "",
            answered_on=on,
            answered_by="Ruth",
            sequence=place or next(sequence),
            source="test",
        )


def lines(kind="assessment", as_of=AS_OF):
    """Return the answers of a kind of point that are not 0."""
    return {answer: number for answer, number in tally(YEAR, as_of)[kind].items() if number}


def test_an_empty_heard_has_every_line_at_0():
    nothing = {"yes": 0, "no": 0, "not_appropriate": 0, "unanswered": 0}
    assert tally(YEAR, AS_OF) == {"assessment": nothing, "closure": nothing}


def test_a_point_without_an_answer_is_unanswered(maya):
    reached(maya)
    assert lines() == {"unanswered": 1}


def test_the_last_answer_counts(maya):
    reached(maya)
    answered(maya, "no", on=LATER)
    answered(maya, "yes", on=DAY)
    assert lines() == {"no": 1}


def test_of_two_on_one_day_the_later_recorded_counts(maya):
    reached(maya)
    answered(maya, "yes", place=900)
    answered(maya, "not_appropriate", place=902)
    answered(maya, "no", place=901)
    assert lines() == {"not_appropriate": 1}


def test_an_answer_after_as_of_is_not_used(maya):
    reached(maya)
    answered(maya, "no", on=DAY)
    answered(maya, "yes", on=LATER)
    assert lines(as_of=DAY) == {"no": 1}
    assert lines(as_of=LATER) == {"yes": 1}


def test_each_child_of_a_family_is_a_point(maya):
    with writing_allowed("test"):
        theo = Child.objects.create(authority_id="Theo", source="test")
    reached(maya)
    reached(theo)
    answered(theo, "yes")
    assert lines() == {"yes": 1, "unanswered": 1}


def test_an_answer_belongs_to_its_kind_of_point(maya):
    reached(maya)
    reached(maya, kind="closure")
    answered(maya, "yes", kind="closure")
    assert lines() == {"unanswered": 1}
    assert lines("closure") == {"yes": 1}


def test_an_answer_about_no_known_point_counts_nowhere(maya):
    answered(maya, "yes", known_as="nowhere")
    assert lines() == {}


@pytest.mark.parametrize(
    "day, counted",
    [
        (None, 0),
        (date(2025, 3, 31), 0),
        (date(2025, 4, 1), 1),
        (date(2026, 3, 31), 1),
        (date(2026, 4, 1), 0),
    ],
)
def test_only_points_of_the_year_count(maya, day, counted):
    reached(maya, day=day)
    assert sum(lines(as_of=date(2026, 6, 1)).values()) == counted


def test_one_query_however_many_points(maya, django_assert_num_queries):
    for number in range(30):
        reached(maya, known_as=f"A{number}")
        answered(maya, "yes", known_as=f"A{number}")
    with django_assert_num_queries(1):
        assert lines() == {"yes": 30}
