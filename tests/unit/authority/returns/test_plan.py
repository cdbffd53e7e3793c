"""Item 1a by hand: what is recorded, what the return says of it."""

from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from heard.authority.returns.models import VoicePlan
from heard.authority.returns.operations.plan import PlanFacts, record_plan
from heard.authority.returns.queries.plan import latest_plan, one_a
from heard.authority.returns.rules.days import Changed
from tests.cast import NOON, Cast
from tests.sign_in import client_of
from tests.unit.authority.returns.world import AS_OF, YEAR, built, items, refused_by_the_database

PUBLISHED = PlanFacts(date(2025, 5, 3), "https://www.example.gov.uk/voice", True, True)


def record(cast: Cast, plan: PlanFacts, after: int = 0) -> VoicePlan:
    return record_plan(year=YEAR, after=after, plan=plan, by=cast["Lena"].actor, at=NOON)


def test_the_return_says_what_was_recorded(cast: Cast, facts: Path) -> None:
    record(cast, PUBLISHED)
    assert items(built(cast))["1a"] == {
        "published": True, "published_on": "2025-05-03",
        "address": "https://www.example.gov.uk/voice",
        "child_friendly": True, "scrutinised_by_young_people": True,
    }  # fmt: skip


def test_a_publication_after_the_last_day_counted_is_not_used(cast: Cast) -> None:
    record(cast, PUBLISHED)
    before = one_a(YEAR, date(2025, 5, 2))
    assert (before["published"], before["published_on"], before["address"]) == (False, None, None)
    assert one_a(YEAR, date(2025, 5, 3))["published"] is True


def test_each_change_is_a_row_and_the_last_counts(cast: Cast) -> None:
    record(cast, PlanFacts())
    record(cast, PUBLISHED, after=1)
    assert [plan.number for plan in VoicePlan.objects.order_by("number")] == [1, 2]
    assert one_a(YEAR, AS_OF)["published"] is True
    assert "kept" in refused_by_the_database("UPDATE returns_voiceplan SET child_friendly = true")


def test_of_two_who_write_at_once_the_second_is_told(cast: Cast) -> None:
    record(cast, PUBLISHED)
    with pytest.raises(Changed, match="Somebody else wrote"):
        record(cast, PlanFacts())
    plan = latest_plan(YEAR.label)
    assert plan is not None
    assert plan.published_on == PUBLISHED.published_on


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://example.gov.uk/x", "data:text/html,x", "www.x.uk"]
)
def test_only_a_web_address_is_kept(cast: Cast, address: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        record(cast, PlanFacts(date(2025, 5, 3), address))


def send(cast: Cast, **changed: str) -> tuple[int, str]:
    sent = {
        "after": "0", "published_on-day": "3", "published_on-month": "May",
        "published_on-year": "2025", "address": "https://www.example.gov.uk/voice",
    }  # fmt: skip
    answer = client_of(cast["Lena"]).post("/voice-plan/2025-26/", {**sent, **changed})
    return answer.status_code, answer.content.decode()


def test_lena_records_it_on_the_page(cast: Cast) -> None:
    assert send(cast, child_friendly="on")[0] == 302
    assert one_a(YEAR, AS_OF)["child_friendly"] is True


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"address": "javascript:alert(1)"}, "whole address"),
        ({"address": ""}, "Give the address too"),
        ({"published_on-year": "2027"}, "has not come yet"),
        (
            {"published_on-day": "", "published_on-month": "", "published_on-year": ""},
            "Give the day of publication too",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_kept_in_the_form(
    cast: Cast, changed: dict[str, str], words: str
) -> None:
    status, page = send(cast, **changed)
    assert (status, words in page) == (422, True)
    assert not VoicePlan.objects.exists()


def test_the_page_of_the_second_writer_can_be_saved_again(cast: Cast) -> None:
    record(cast, PlanFacts())
    status, page = send(cast)
    assert (status, "Somebody else wrote" in page) == (409, True)
    assert 'value="https://www.example.gov.uk/voice"' in page
    assert 'name="after" value="1"' in page
