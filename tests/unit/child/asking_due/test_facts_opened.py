"""Opening one fact behind a figure of item 2c."""

from datetime import date

import pytest

from heard.child.asking_due.facts import facts
from heard.child.asking_due.queries import fact_page
from heard.child.people.opened_facts import NoSuchFact
from heard.child.people.permissions import NotYours
from heard.kernel.time import ReportingYear
from tests.cast import NOON, TODAY
from tests.unit.child.asking_due.made import agreed, asked, child, worked

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(cast):
    """A child's year: asked twice, once in time, with a decision for the summer."""
    of = child("A year")
    worked(of, date(2025, 5, 1), date(2025, 6, 1))
    worked(of, date(2025, 6, 2), date(2026, 3, 31), level="CP")
    asked(of, date(2025, 5, 20), date(2025, 5, 21))
    asked(of, date(2025, 9, 1), by="other")
    agreed(of, date(2025, 7, 1), date(2025, 8, 31))
    return of


def test_every_ref_of_the_facts_door_opens(cast, year):
    told = list(facts(ReportingYear(2025), TODAY, None))
    kinds = set()
    for fact in told:
        page = fact_page(cast["Olu"], fact.ref, NOON)
        assert page.whose.child == fact.child
        kinds.add(page.kind)
    assert kinds == {"asking", "interval", "quarter", "child"}


def test_an_interval_shows_its_askings_and_the_decision_on_its_due_day(cast, year):
    page = fact_page(cast["Olu"], f"{year.pk.hex}.2025-05-20", NOON)
    assert (page.kind, page.since, page.until) == ("interval", date(2025, 5, 20), date(2025, 8, 20))
    assert [one.day for one in page.askings] == [date(2025, 5, 20)]
    assert [one.first for one in page.decisions] == [date(2025, 7, 1)]
    assert page.work == ((date(2025, 5, 1), date(2026, 3, 31)),)


def test_a_quarters_end_shows_the_three_months_before(cast, year):
    page = fact_page(cast["Olu"], f"{year.pk.hex}.q2025-09-30", NOON)
    (one,) = page.askings
    assert (page.kind, page.until, one.day) == ("quarter", date(2025, 9, 30), date(2025, 9, 1))
    assert (one.counts, one.inside, one.finished) == (False, True, False)
    assert page.decisions == ()


def test_a_child_shows_all_there_is(cast, year):
    page = fact_page(cast["Olu"], year.pk.hex, NOON)
    assert (page.kind, len(page.askings), len(page.decisions)) == ("child", 2, 1)
    assert page.askings[0].talks == (date(2025, 5, 21),)


def test_an_asking_or_a_decision_shows_itself(cast, year):
    asking = asked(year, date(2020, 1, 1), declined=True)
    page = fact_page(cast["Olu"], asking.pk.hex, NOON)
    (one,) = page.askings
    assert (page.kind, one.ref, one.inside, one.finished) == ("asking", asking.pk.hex, False, True)
    decision = agreed(year, date(2026, 1, 1))
    page = fact_page(cast["Olu"], decision.pk.hex, NOON)
    assert (page.kind, page.askings, page.decisions[0].ref) == ("decision", (), decision.pk.hex)


def test_no_words_are_shown(cast, year):
    page = fact_page(cast["Olu"], year.pk.hex, NOON)
    for words in ("blankets", "born yet", "Ruth"):
        assert words not in repr(page)


@pytest.mark.parametrize(
    "ref", ["", "x", "0" * 32, "{}.2025-02-30", "{}.q", "{}.9999-12-01", "0" * 32 + ".2025-05-01"]
)
def test_a_ref_of_nothing(cast, year, ref):
    with pytest.raises(NoSuchFact):
        fact_page(cast["Olu"], ref.format(year.pk.hex), NOON)


def test_who_may_not_open_facts(cast, year):
    for name in ("Priya", "Dana", "Sam"):
        with pytest.raises(NotYours):
            fact_page(cast[name], year.pk.hex, NOON)
