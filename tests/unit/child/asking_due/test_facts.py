"""What item 2c counted for each child, and why."""

from datetime import date

import pytest

from heard.child.asking_due.facts import asking_rows, exemption_rows, facts
from heard.kernel.time import ReportingYear
from tests.unit.child.asking_due.made import agreed, asked, child, worked

YEAR, AS_OF = ReportingYear(2025), date(2026, 3, 31)
pytestmark = pytest.mark.django_db


def told(line, as_of=AS_OF):
    return [
        (fact.ref, fact.counted, fact.rule)
        for fact in facts(YEAR, as_of, None)
        if fact.line == line
    ]


def test_refs_say_what_they_open():
    maya = child()
    worked(maya, date(2025, 5, 1), date(2025, 8, 1))
    late = asked(maya, date(2025, 6, 1), date(2025, 9, 2))
    known = maya.pk.hex
    assert told("intervals") == [
        (f"{known}.2025-05-01", "no", "2c-not-talked-over"),
        (f"{known}.2025-08-01", "excluded", "2c-not-yet-due"),
        (late.pk.hex, "excluded", "2c-asking-late-talk"),
    ]
    assert told("children") == [(known, "no", "2c-children")]
    assert told("2025-06-30") == [(f"{known}.q2025-06-30", "excluded", "2c-quarter-too-new")]


def test_two_intervals_may_begin_on_one_day():
    maya = child()
    worked(maya, date(2025, 5, 1), date(2025, 8, 1))
    asked(maya, date(2025, 5, 1), declined=True)
    assert [ref for ref, _, _ in told("intervals")] == [
        f"{maya.pk.hex}.2025-05-01.first",
        f"{maya.pk.hex}.2025-05-01",
        f"{maya.pk.hex}.2025-08-01",
    ]


def test_children_come_in_one_order():
    for name in ("Theo", "Maya", "Ada"):
        worked(child(name), date(2025, 5, 1), date(2025, 8, 1))
    order = [fact.child for fact in facts(YEAR, AS_OF, None)]
    assert order == sorted(order)
    assert len(set(order)) == 3


def test_no_words_pass_this_door():
    maya = child()
    worked(maya, date(2025, 5, 1))
    asked(maya, date(2025, 6, 1), date(2025, 6, 2))
    agreed(maya, date(2025, 9, 1))
    rows = [*facts(YEAR, AS_OF, None), *asking_rows(YEAR), *exemption_rows()]
    assert len(rows) > 5
    for words in ("blankets", "born yet", "Ruth", "Maya"):
        assert words not in repr(rows)


def test_the_checks_see_askings_with_their_talks():
    maya = child()
    for on in (date(1900, 1, 1), date(2025, 3, 31), date(2025, 4, 1)):
        asked(maya, on, on, date(2025, 12, 1))
    assert sorted((row.day, row.talks) for row in asking_rows(YEAR)) == [
        (date(1900, 1, 1), (date(1900, 1, 1), date(2025, 12, 1))),
        (date(2025, 4, 1), (date(2025, 4, 1), date(2025, 12, 1))),
    ]


def test_the_checks_see_every_decision():
    maya = child()
    one = agreed(maya, date(2019, 1, 1), date(2019, 2, 1), on=date(2019, 1, 5))
    (row,) = exemption_rows()
    assert row == (one.pk.hex, maya.pk.hex, *days(one), True)


def days(decision):
    return decision.from_date, decision.to_date, decision.agreed_on
