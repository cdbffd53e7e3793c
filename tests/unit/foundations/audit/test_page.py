"""The page of the trail: what was found, heads, and what failed; for Kit, nobody else."""

from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from heard.foundations.audit import heads
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.models import AuditCheck
from heard.foundations.audit.tasks import make_waiting_checks
from heard.foundations.background.models import ScheduleRun
from heard.foundations.background.worker import Worker
from heard.foundations.deployment import clock
from heard.foundations.reminders.models import Alert
from tests.cast import Cast
from tests.emptying import triggers_off
from tests.sign_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folders(settings: Settings, tmp_path: Path) -> None:
    settings.AUDIT_HEADS = str(tmp_path / "heads")


def page(cast: Cast, name: str = "Kit") -> str:
    return client_of(cast[name]).get("/audit/").content.decode()


def test_before_the_first_check_it_says_what_a_check_is(cast: Cast) -> None:
    words = page(cast)
    assert "Nobody has checked yet" in words
    assert "No head was written yet" in words
    assert "No worker is running" in words
    assert "Nothing failed" in words


@pytest.mark.django_db(transaction=True)
def test_a_check_that_was_asked_for_is_made_by_the_worker(cast: Cast) -> None:
    heads.write()
    client = client_of(cast["Kit"])
    assert "waits for the worker" in client.post("/audit/", follow=True).content.decode().lower()
    Worker([]).run(once=True)
    words = client.get("/audit/").content.decode()
    assert "<b>Whole</b>" in words
    assert "Kit asked for this check on" in words
    assert "Heads are written in time" in words
    assert heads.latest().mac[:32] not in words


def test_what_was_found_stands_on_the_page_and_reaches_those_who_watch(cast: Cast) -> None:
    with (
        connection.cursor() as cursor,
        writing_allowed("an attack"),
        triggers_off(connection),
    ):
        cursor.execute("UPDATE audit_auditevent SET actor_name = 'Tom' WHERE seq = 3")
    client_of(cast["Kit"]).post("/audit/")
    make_waiting_checks(clock.now())
    words = page(cast)
    assert "Not whole: 1 finding" in words
    assert "Event 3 is not as it was written." in words
    assert "Tell your information officer today" in words
    assert [alert.staff.name for alert in Alert.objects.filter(kind="audit.not_whole")] == ["Kit"]
    assert AuditCheck.objects.get().finding_count == 1


def test_what_failed_is_shown(cast: Cast) -> None:
    with writing_allowed("test"):
        ScheduleRun.objects.create(
            name="audit.head", failures=2, finished_at=clock.now(), failure="builtins.OSError"
        )
    words = page(cast)
    assert "audit.head" in words
    assert "builtins.OSError" in words


@pytest.mark.parametrize("name", ["Olu", "Ruth", "Dana"])
def test_nobody_else_sees_it(cast: Cast, name: str) -> None:
    client = client_of(cast[name])
    assert client.get("/audit/").status_code == client.post("/audit/").status_code == 404
