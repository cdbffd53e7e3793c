"""The authority's own settings: Kit changes them, and each change is on the trail."""

import json
from datetime import date

import pytest
from django.test import Client

from heard.foundations.audit.models import AuditEvent
from heard.foundations.deployment.queries import deployment
from tests.cast import Cast
from tests.sign_in import client_of

GOOD = {
    "name": "Northmoor",
    "code": "999",
    "asking_began_on-day": "1",
    "asking_began_on-month": "4",
    "asking_began_on-year": "2025",
    "not_asked_under": "5",
    "talk_within_days": "21",
}


@pytest.fixture
def kit(cast: Cast) -> Client:
    return client_of(cast["Kit"])


def test_kit_describes_the_authority(kit: Client) -> None:
    assert kit.post("/settings/", GOOD).status_code == 302
    now = deployment()
    assert (now.name, now.code, now.asking_began_on) == ("Northmoor", "999", date(2025, 4, 1))
    event = AuditEvent.objects.get(verb="deployment.described")
    assert json.loads(event.data)["asking_began_on"] == "2025-04-01"
    page = kit.get("/settings/").content.decode()
    assert 'value="Northmoor"' in page
    assert "The settings are saved" in page


def test_the_day_may_be_empty_until_asking_begins(kit: Client) -> None:
    kit.post("/settings/", {k: v for k, v in GOOD.items() if "asking_began" not in k})
    assert deployment().asking_began_on is None
    assert deployment().name == "Northmoor"


def test_the_limits_are_the_authority_s_own(kit: Client) -> None:
    assert (deployment().not_asked_under, deployment().talk_within_days) == (4, 30)
    kit.post("/settings/", GOOD)
    assert (deployment().not_asked_under, deployment().talk_within_days) == (5, 21)


@pytest.mark.parametrize("limit", ["", "-1", "19", "four", "9" * 400])
def test_an_age_that_is_none_is_refused_and_kept(kit: Client, limit: str) -> None:
    answer = kit.post("/settings/", {**GOOD, "not_asked_under": limit})
    assert answer.status_code == 422
    assert deployment().not_asked_under == 4


@pytest.mark.parametrize("code", ["", "99", "9999", "abc", "99A", "٣٣٣", "999\n1"])
def test_a_code_that_is_not_three_digits_is_refused_and_kept(kit: Client, code: str) -> None:
    answer = kit.post("/settings/", {**GOOD, "code": code})
    assert answer.status_code == 422
    assert "Northmoor" in answer.content.decode()
    assert deployment().code == ""


def test_a_day_that_does_not_exist_is_refused(kit: Client) -> None:
    answer = kit.post("/settings/", {**GOOD, "asking_began_on-day": "31"})
    assert answer.status_code == 422
    assert "31 4 2025 is not a real date" in answer.content.decode()


def test_nobody_else_changes_them(cast: Cast) -> None:
    assert client_of(cast["Dana"]).post("/settings/", GOOD).status_code == 404
    assert deployment().code == ""
