"""How many reviews had which code, counted in the database."""

from datetime import date
from itertools import count
from uuid import UUID

import pytest

from heard.child.people.models import Child
from heard.child.reviews.counts import tally
from heard.child.reviews.models import Review
from heard.foundations.audit.guard import writing_allowed
from heard.kernel.codes import meaning
from heard.kernel.time import ReportingYear

YEAR, AS_OF = ReportingYear(2025), date(2026, 3, 31)
DAY = date(2025, 6, 30)
numbers = count(1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def maya():
    with writing_allowed("test"):
        return Child.objects.create(authority_id="Maya", source="test")


def held(child, scheme="voice-2023", code="PN1", day=DAY, plan="CIN", cancelled=False):
    with writing_allowed("test"):
        return Review.objects.create(
            # Of ids made in one millisecond any may be the first; the tests want their own order.
            pk=UUID(int=next(numbers)),
            child=child,
            plan_type=plan,
            held_on=day,
            cancelled=cancelled,
            scheme=scheme,
            code=code,
            meaning=meaning(scheme, code),
            reason="in hospital" if code == "PN8" else "",
            source="test",
        )


def lines(as_of=AS_OF, year=YEAR, plan="CIN"):
    """Return the lines of a plan type that are not 0."""
    return {line: number for line, number in tally(year, as_of)[plan].items() if number}


def test_an_empty_heard_has_every_line_at_0():
    tallies = tally(YEAR, AS_OF)
    assert list(tallies) == ["EH", "CIN", "CP", "CLA", "PATHWAY"]
    assert all(
        list(box) == [*(f"PN{n}" for n in range(1, 9)), "uncoded"] for box in tallies.values()
    )
    assert not any(number for box in tallies.values() for number in box.values())


@pytest.mark.parametrize(
    "old, new", [("PN1", "PN1"), ("PN2", "PN3"), ("PN3", "PN2"), ("PN4", "PN6"), ("PN5", "PN4")]
)
def test_the_older_scheme_is_converted(maya, old, new):
    held(maya, "ssda903", old)
    assert lines() == {new: 1}


@pytest.mark.parametrize("code", ["PN0", "PN7"])
def test_what_was_asked_in_an_older_way_is_not_coded(maya, code):
    held(maya, "ssda903", code)
    assert lines() == {"uncoded": 1}


def test_repeats_that_mean_the_same_are_one_review(maya):
    held(maya, "voice-2023", "PN3")
    held(maya, "ssda903", "PN2")
    held(maya, "voice-2023", "PN3")
    assert lines() == {"PN3": 1}


@pytest.mark.parametrize(
    "other",
    [("voice-2023", "PN2"), ("", ""), ("voice-2023", ""), ("ssda903", "PN7"), ("local", "PN1")],
)
def test_rows_that_differ_count_as_not_coded(maya, other):
    held(maya, "voice-2023", "PN1")
    held(maya, *other)
    assert lines() == {"uncoded": 1}


def test_a_cancelled_row_is_set_aside_first(maya):
    held(maya, "voice-2023", "PN1")
    held(maya, "voice-2023", "PN2", cancelled=True)
    held(maya, "voice-2023", "PN4", day=date(2025, 7, 1), cancelled=True)
    assert lines() == {"PN1": 1}


def test_another_plan_day_or_child_is_another_review(maya):
    with writing_allowed("test"):
        theo = Child.objects.create(authority_id="Theo", source="test")
    held(maya)
    held(maya, day=date(2025, 7, 1))
    held(theo)
    held(maya, plan="EH")
    assert lines() == {"PN1": 3}
    assert lines(plan="EH") == {"PN1": 1}


@pytest.mark.parametrize(
    "day, as_of, counted",
    [
        (date(2025, 3, 31), AS_OF, {}),
        (date(2025, 4, 1), AS_OF, {"PN1": 1}),
        (date(2026, 3, 31), AS_OF, {"PN1": 1}),
        (date(2026, 4, 1), date(2026, 5, 1), {}),
        (date(2025, 6, 30), date(2025, 6, 30), {"PN1": 1}),
        (date(2025, 6, 30), date(2025, 6, 29), {}),
        (date(2025, 6, 30), date(2025, 3, 1), {}),
    ],
)
def test_only_days_of_the_year_up_to_as_of_count(maya, day, as_of, counted):
    held(maya, day=day)
    assert lines(as_of) == counted


def test_one_query_however_many_reviews(maya, django_assert_num_queries):
    for number in range(1, 29):
        held(maya, day=date(2025, 5, number))
    with django_assert_num_queries(1):
        assert lines() == {"PN1": 28}
