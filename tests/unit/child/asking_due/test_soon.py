"""Whom to ask soon: the day of the interval that runs, and what is overdue."""

from datetime import date, timedelta

from heard.child.asking_due.operations import record_asking, talk_over
from heard.child.asking_due.queries import due_soon
from heard.child.asking_due.rules import NextDue, next_due
from heard.kernel.return_spec.rows import AskingRow, ExemptionRow
from tests.cast import SYSTEM, TODAY, Cast

OPEN = [(date(2026, 9, 1), None)]


def asked(day: date, *talks: date) -> AskingRow:
    return AskingRow("a", "c", day, "worker", "child", False, talks)


def test_the_first_interval_of_the_work_says_the_day() -> None:
    assert next_due(OPEN, [], [], TODAY, None) == NextDue(date(2026, 12, 1), overdue=False)


def test_a_talk_starts_three_months_anew() -> None:
    rows = [asked(date(2026, 10, 1), date(2026, 10, 9))]
    assert next_due(OPEN, rows, [], TODAY, None) == NextDue(date(2027, 1, 1), overdue=False)


def test_asked_and_not_talked_over_is_not_done() -> None:
    rows = [asked(date(2026, 10, 1))]
    assert next_due(OPEN, rows, [], TODAY, None) == NextDue(date(2026, 12, 1), overdue=False)


def test_an_interval_without_feedback_stays_overdue_until_somebody_asks() -> None:
    work = [(date(2026, 5, 1), None)]
    assert next_due(work, [], [], TODAY, None) == NextDue(date(2026, 8, 1), True)
    late = [asked(date(2026, 9, 1), date(2026, 9, 2))]
    assert next_due(work, late, [], TODAY, None) == NextDue(date(2026, 12, 1), overdue=False)


def test_nobody_is_asked_without_work_or_where_it_is_excused() -> None:
    assert next_due([(date(2026, 1, 1), date(2026, 3, 1))], [], [], TODAY, None) is None
    excused = [ExemptionRow("e", "c", date(2026, 9, 1), None, None)]
    assert next_due(OPEN, [], excused, TODAY, None) is None


def test_the_same_number_of_queries_for_any_number_of_children(
    cast: Cast, django_assert_num_queries: object
) -> None:
    ids = [child.pk for child in cast.children.values()]
    found = due_soon(ids, TODAY)
    assert {due.child.given_name for due in found} == {"Maya", "Theo", "Ada"}
    assert all(due.overdue for due in found)
    for children in (ids[:1], ids):
        with django_assert_num_queries(5):  # type: ignore[operator]
            due_soon(children, TODAY)


def test_who_was_asked_and_talked_with_is_not_due_soon(cast: Cast) -> None:
    maya = cast.children["Maya"]
    asking = record_asking(
        child=maya.pk, asked_on=TODAY - timedelta(9), asked_by="worker", asked_of="child",
        filled_in_how="alone", declined=False, **SYSTEM,
    )  # fmt: skip
    talk_over(asking=asking.pk, talked_on=TODAY, **SYSTEM)
    assert due_soon([maya.pk], TODAY) == []
