"""Not appropriate is the manager's decision about one child, with a reason; it can be ended."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from heard.child.asking_due.models import Exemption
from heard.child.asking_due.queries import proposal_for, proposals
from heard.child.people import operations as people
from heard.child.people.models import Child
from heard.foundations.deployment.operations import describe
from heard.kernel.ids import uuid7
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.sign_in import client_of


@pytest.fixture
def ruth(cast: Cast) -> Client:
    return client_of(cast["Ruth"])


def baby(cast: Cast, born: date | None, expected: date | None = None) -> Child:
    row = people.add_child(
        authority_id="NM-Baby", given_name="Baby", family_name="", birth_date=born,
        expected_birth_date=expected, **SYSTEM,
    )  # fmt: skip
    people.start_work(child=row.pk, level="CIN", on=TODAY - timedelta(days=20), **SYSTEM)
    worker = cast.workers["Priya"].pk
    people.allocate(child=row.pk, worker=worker, on=TODAY - timedelta(days=20), **SYSTEM)
    return row


def sent(**more: Any) -> dict[str, Any]:
    return {"id": str(uuid7()), "reason": "In hospital until the spring", **more}


BIRTHS = [
    (date(2022, 11, 24), None, date(2026, 11, 23)),
    (date(2022, 11, 23), None, "old enough"),
    (date(2024, 2, 29), None, date(2028, 2, 28)),
    (None, date(2027, 1, 5), None),
    (date(2027, 1, 5), None, None),
    (None, None, "old enough"),
]


@pytest.mark.parametrize("born, expected, until", BIRTHS, ids=str)
def test_heard_proposes_by_age_alone(
    born: date | None, expected: date | None, until: date | str | None
) -> None:
    child = Child(birth_date=born, expected_birth_date=expected)
    found = proposal_for(child, TODAY, 4)
    assert (found.until if found else "old enough") == until


def test_the_age_is_the_authority_s(cast: Cast) -> None:
    baby(cast, date(2023, 5, 1))
    assert [p.child.given_name for p in proposals(cast["Ruth"], NOON)] == ["Baby"]
    describe(code="", name="", asking_began_on=None, not_asked_under=2, **SYSTEM)
    assert proposals(cast["Ruth"], NOON) == []


def test_one_tap_agrees_with_the_reason_that_was_shown(cast: Cast, ruth: Client) -> None:
    child = baby(cast, date(2026, 2, 1))
    page = ruth.get(reverse("asking_due:proposals")).content.decode()
    assert "Under 4 years old." in page
    reason = page.split('name="reason" value="')[1].split('"')[0]
    until = {"until-day": "31", "until-month": "1", "until-year": "2030"}
    address = reverse("asking_due:decide", args=[child.pk])
    assert ruth.post(address, sent(reason=reason, **until)).status_code == 302
    made = Exemption.objects.get()
    assert (made.agreed_by, made.reason, made.to_date) == ("Ruth", reason, date(2030, 1, 31))
    assert proposals(cast["Ruth"], NOON) == []


def test_there_is_no_way_to_decide_in_bulk(cast: Cast, ruth: Client) -> None:
    child = baby(cast, date(2026, 2, 1))
    others = {"child": [str(cast.children["Maya"].pk)], "children": [str(child.pk)]}
    address = reverse("asking_due:decide", args=[child.pk])
    ruth.post(address, sent(**others))
    assert [row.child for row in Exemption.objects.all()] == [child]
    assert ruth.post(reverse("asking_due:proposals"), sent(**others)).status_code == 405


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""},
        {"reason": "   "},
        {"reason": "x" * 4001},
        {"id": ""},
        {"until-day": "1", "until-month": "1", "until-year": "2026"},
        {"until-day": "1", "until-month": "1", "until-year": "2099"},
        {"until-day": "30", "until-month": "2", "until-year": "2027"},
    ],
    ids=str,
)
def test_a_decision_without_a_reason_or_with_no_real_day_is_refused(
    cast: Cast, ruth: Client, wrong: dict[str, str]
) -> None:
    address = reverse("asking_due:decide", args=[cast.children["Maya"].pk])
    assert ruth.post(address, sent(**wrong)).status_code == 422
    assert not Exemption.objects.exists()


def test_two_managers_at_once_the_second_sees_what_stands(cast: Cast, ruth: Client) -> None:
    address = reverse("asking_due:decide", args=[cast.children["Maya"].pk])
    ruth.post(address, sent())
    response = ruth.post(address, sent(reason="Somebody else's reason"))
    text = response.content.decode()
    assert response.status_code == 409
    assert "In hospital until the spring" in text
    assert "Somebody else&#39;s reason" in text
    assert Exemption.objects.count() == 1


def test_ending_it_asks_the_child_again_and_keeps_what_it_covered(cast: Cast, ruth: Client) -> None:
    maya = cast.children["Maya"]
    ruth.post(reverse("asking_due:decide", args=[maya.pk]), sent())
    made = Exemption.objects.get()
    address = reverse("asking_due:end", args=[made.pk])
    assert ruth.post(address, {"why": ""}).status_code == 422
    assert ruth.post(address, {"why": "She is home"}).status_code == 302
    made.refresh_from_db()
    assert (made.from_date, made.to_date, made.ended_by) == (TODAY, TODAY, "Ruth")
    assert ruth.post(address, {"why": "Again"}, follow=True).status_code == 200
    made.refresh_from_db()
    assert made.ended_why == "She is home"


@pytest.mark.parametrize("name", ["Priya", "Tom", "Ivor", "Sam", "Dana", "Kit"])
def test_nobody_but_the_manager_decides(cast: Cast, name: str) -> None:
    address = reverse("asking_due:decide", args=[cast.children["Maya"].pk])
    assert client_of(cast[name]).post(address, sent()).status_code == 404
    assert not Exemption.objects.exists()
