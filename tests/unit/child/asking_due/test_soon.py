"""Who is to be asked soon: by the rules of 2c, in a fixed number of queries."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.child.asking_due.operations import agree_not_to_ask, record_asking, talk_over
from heard.child.asking_due.queries import Due, due_soon
from heard.child.people import operations as people
from heard.kernel.time import add_months
from tests.cast import SYSTEM, TODAY, Cast
from tests.sign_in import client_of


def child(began: date, number: int = 0) -> Any:
    born = date(2015, 1, 1)
    row = people.add_child(
        authority_id=f"S{number}", given_name="S", family_name="", birth_date=born, **SYSTEM
    )
    people.start_work(child=row.pk, level="CIN", on=began, **SYSTEM)
    return row.pk


def asked(pk: Any, on: date, talked: date | None = None, declined: bool = False) -> None:
    how = {"asked_by": "worker", "asked_of": "child", "filled_in_how": "alone"}
    asking = record_asking(child=pk, asked_on=on, declined=declined, **how, **SYSTEM)
    if talked:
        talk_over(asking=asking.pk, talked_on=talked, **SYSTEM)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_somebody_whose_work_began_is_due_three_months_later(db: None) -> None:
    pk = child(ago(80))
    assert due_soon([pk], TODAY) == [Due(pk, add_months(ago(80), 3), overdue=False)]


def test_what_is_due_today_is_not_missed_yet_and_tomorrow_it_is(db: None) -> None:
    pk = child(date(2026, 8, 23))
    assert due_soon([pk], TODAY) == [Due(pk, TODAY, overdue=False)]
    assert due_soon([pk], TODAY + timedelta(days=1)) == [Due(pk, TODAY, overdue=True)]


def test_far_off_says_nothing(db: None) -> None:
    assert due_soon([child(ago(10))], TODAY) == []


def test_an_asking_talked_over_begins_a_new_three_months(db: None) -> None:
    pk = child(ago(200))
    asked(pk, ago(75), ago(70))
    assert due_soon([pk], TODAY) == [Due(pk, add_months(ago(75), 3), overdue=False)]


def test_saying_no_counts_as_asked(db: None) -> None:
    pk = child(ago(95))
    asked(pk, ago(5), declined=True)
    assert due_soon([pk], TODAY) == []


def test_an_asking_without_a_talk_waits_for_it(db: None) -> None:
    pk = child(ago(60))
    asked(pk, ago(5))
    due = due_soon([pk], TODAY)[0]
    assert (due.asked_on, due.talk_by) == (ago(5), TODAY + timedelta(days=25))


@pytest.mark.parametrize("until, number", [(None, 0), (ago(1), 1)])
def test_a_decision_in_force_leaves_the_child_out(
    db: None, until: date | None, number: int
) -> None:
    pk = child(ago(80))
    agree_not_to_ask(
        child=pk, from_date=ago(9), to_date=until, reason="Ill", agreed_on=ago(9), **SYSTEM
    )
    assert len(due_soon([pk], TODAY)) == number


def test_ended_work_is_asked_no_more(db: None) -> None:
    pk = child(ago(100))
    work = people.start_work(child=pk, level="CP", on=ago(50), **SYSTEM)
    people.end_work(work=work.pk, on=ago(20), **SYSTEM)
    assert due_soon([pk], TODAY) != []
    people.end_work(work=pk_of_work(pk), on=ago(10), **SYSTEM)
    assert due_soon([pk], TODAY) == []


def pk_of_work(pk: Any) -> Any:
    from heard.child.people.models import Work

    return Work.objects.get(child=pk, end_date=None).pk


def test_the_number_of_queries_does_not_grow(db: None) -> None:
    few = [child(ago(80), n) for n in range(2)]
    with CaptureQueriesContext(connection) as first:
        due_soon(few, TODAY)
    many = few + [child(ago(70), n) for n in range(2, 12)]
    with CaptureQueriesContext(connection) as second:
        assert len(due_soon(many, TODAY)) == 12
    assert len(first) == len(second) == 4


def test_the_page_shows_one_s_own_children_and_no_worker(cast: Cast) -> None:
    address = reverse("asking_due:soon")
    priya = client_of(cast["Priya"]).get(address).content.decode()
    ruth = client_of(cast["Ruth"]).get(address).content.decode()
    for page in (priya, ruth):
        assert "Maya" in page
        assert "Theo" in page
        assert not re.search(r"\bAda\b", page)
    assert "Priya" not in ruth
    assert "Maya" not in client_of(cast["Tom"]).get(address).content.decode()
