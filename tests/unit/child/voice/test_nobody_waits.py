"""Somebody is told: at once when it is urgent, the manager when nobody opened it in time."""

from datetime import datetime, timedelta

import pytest

from heard.child.voice import operations as voice
from heard.child.voice.models import Said
from heard.child.voice.tasks import unopened_to_manager
from heard.foundations.accounts.operations import add_account
from heard.foundations.deployment.clock import LONDON
from heard.foundations.deployment.working_days import end_of_next_working_day
from heard.foundations.reminders.models import Alert
from tests.cast import NOON, PASSWORD, SYSTEM, Cast
from tests.unit.child.voice.made import said


def alerted(kind: str) -> set[str]:
    return set(Alert.objects.filter(kind=kind).values_list("staff__name", flat=True))


def test_i_need_someone_soon_reaches_worker_manager_and_duty(cast: Cast) -> None:
    add_account(
        email="duty@northmoor.example", name="Del", roles=frozenset({"duty"}), password=PASSWORD,
        **SYSTEM,
    )  # fmt: skip
    said(cast, by="", soon=True)
    assert alerted("soon") == {"Priya", "Ruth", "Del"}


def test_what_a_person_sent_reaches_the_worker(cast: Cast) -> None:
    said(cast, by="")
    assert alerted("said") == {"Priya"}


def test_a_worker_is_not_told_of_what_they_wrote_down(cast: Cast) -> None:
    said(cast, by="Priya")
    assert not Alert.objects.exists()


def test_unread_at_the_end_of_the_next_working_day_goes_to_the_manager(cast: Cast) -> None:
    row = said(cast, by="")
    tomorrow = datetime(2026, 11, 24, 17, tzinfo=LONDON)
    assert unopened_to_manager(tomorrow - timedelta(minutes=1)) == 0
    assert unopened_to_manager(tomorrow) == 1
    assert unopened_to_manager(tomorrow + timedelta(days=3)) == 0
    assert alerted("unopened") == {"Priya", "Ruth"}
    assert Said.objects.get(pk=row.pk).to_manager_at == tomorrow


def test_what_somebody_opened_goes_to_nobody(cast: Cast) -> None:
    row = said(cast, by="")
    voice.open_words(said=row.pk, by=cast["Priya"].actor, at=NOON)
    assert unopened_to_manager(NOON + timedelta(days=9)) == 0


@pytest.mark.parametrize(
    ("received", "until"),
    [
        ("2026-11-23T12:00", "2026-11-24T17:00"),  # Monday
        ("2026-11-27T23:59", "2026-11-30T17:00"),  # Friday night
        ("2026-12-24T09:00", "2026-12-29T17:00"),  # before Christmas on a Friday and its Monday
    ],
)
def test_working_days(received: str, until: str) -> None:
    at = datetime.fromisoformat(received).replace(tzinfo=LONDON)
    assert end_of_next_working_day(at) == datetime.fromisoformat(until).replace(tzinfo=LONDON)
