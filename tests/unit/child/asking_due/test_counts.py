"""Who was asked every three months, counted from the database."""

from datetime import date

import pytest

from heard.child.asking_due.counts import tally
from heard.kernel.time import ReportingYear
from tests.unit.child.asking_due.made import agreed, asked, child, worked

YEAR, AS_OF = ReportingYear(2025), date(2026, 3, 31)
NOTHING = {"yes": 0, "no": 0, "not_appropriate": 0}
pytestmark = pytest.mark.django_db


def counted(as_of=AS_OF, began_on=None):
    """Return (children, intervals) without the answers that are 0."""
    numbers = tally(YEAR, as_of, began_on)
    return tuple(
        {answer: n for answer, n in numbers[line].items() if n}
        for line in ("children", "intervals")
    )


def test_an_empty_heard_has_every_line_at_0():
    ends = ("2025-06-30", "2025-09-30", "2025-12-31")
    assert tally(YEAR, date(2026, 3, 30), None) == {
        "children": NOTHING,
        "intervals": NOTHING,
        "quarter_ends": dict.fromkeys(ends, NOTHING),
    }


def test_never_asked_is_missed_on_the_day_it_was_due():
    worked(child(), date(2025, 5, 1), date(2025, 8, 1))
    assert counted() == ({"no": 1}, {"no": 1})
    assert counted(as_of=date(2025, 7, 31)) == ({}, {})


def test_asked_and_talked_over_in_time_is_met():
    maya = child()
    worked(maya, date(2025, 5, 1), date(2025, 8, 1))
    asked(maya, date(2025, 8, 1), date(2025, 11, 1))
    assert counted() == ({"yes": 1}, {"yes": 1})
    assert counted(as_of=date(2025, 10, 31)) == ({"no": 1}, {"no": 1})


@pytest.mark.parametrize("who", [{"by": "other"}, {"whom": "parent"}, {"whom": "network"}])
def test_askings_by_others_or_of_others_do_not_count(who):
    maya = child()
    worked(maya, date(2025, 5, 1), date(2025, 8, 1))
    asked(maya, date(2025, 6, 1), date(2025, 6, 1), **who)
    assert counted() == ({"no": 1}, {"no": 1})


def test_siblings_who_share_an_asking_each_have_it():
    for name in ("Maya", "Theo"):
        one = child(name)
        worked(one, date(2025, 5, 1), date(2025, 8, 1))
        talks = [date(2025, 6, 2)] if name == "Maya" else []
        asked(one, date(2025, 6, 1), *talks, known_as="shared")
    assert counted() == ({"yes": 1, "no": 1}, {"yes": 1, "no": 1})


def test_periods_that_touch_are_one_work():
    maya = child()
    worked(maya, date(2025, 5, 1), date(2025, 6, 15))
    worked(maya, date(2025, 6, 16), date(2025, 8, 1), level="CP")
    assert counted() == ({"no": 1}, {"no": 1})


def test_a_gap_of_one_day_makes_two():
    maya = child()
    worked(maya, date(2025, 5, 1), date(2025, 6, 15))
    worked(maya, date(2025, 6, 17), date(2025, 8, 1), level="CP")
    assert counted() == ({}, {})


@pytest.mark.parametrize(
    "on, counts", [(date(2025, 8, 1), "not_appropriate"), (date(2025, 8, 2), "no")]
)
def test_a_decision_counts_when_it_was_agreed_by_the_day(on, counts):
    maya = child()
    worked(maya, date(2025, 5, 1), date(2025, 8, 1))
    agreed(maya, date(2025, 6, 1), on=on)
    assert counted() == ({counts: 1}, {counts: 1})


def test_work_from_before_asking_began_starts_then():
    worked(child(), date(2024, 1, 1))
    assert counted(as_of=date(2025, 9, 1), began_on=date(2025, 6, 1)) == ({"no": 1}, {"no": 1})
    assert counted(as_of=date(2025, 8, 31), began_on=date(2025, 6, 1)) == ({}, {})


def test_quarters_ends():
    maya, theo, ada = child("Maya"), child("Theo"), child("Ada")
    for one in (maya, theo, ada):
        worked(one, date(2025, 3, 30), date(2025, 9, 30))
    asked(maya, date(2025, 4, 1), declined=True)
    agreed(theo, date(2025, 6, 30), date(2025, 6, 30))
    ends = tally(YEAR, date(2025, 12, 31), None)["quarter_ends"]
    assert ends["2025-06-30"] == {"yes": 1, "no": 1, "not_appropriate": 1}
    assert ends["2025-09-30"] == {"yes": 0, "no": 3, "not_appropriate": 0}
    assert ends["2025-12-31"] == NOTHING
    assert "2026-03-31" not in ends


def test_three_queries_however_many_children(django_assert_num_queries):
    for number in range(40):
        one = child(f"C{number}")
        worked(one, date(2025, 5, 1))
        asked(one, date(2025, 6, 1), date(2025, 6, 2), date(2025, 6, 3))
    with django_assert_num_queries(3):
        assert counted(as_of=date(2025, 8, 30)) == ({"yes": 40}, {"yes": 40})
