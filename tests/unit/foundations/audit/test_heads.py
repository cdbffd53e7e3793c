"""Heads are written outside the database: every hundred events, and never for what was undone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from heard.foundations.audit import heads
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.audit.models import AuditHead
from heard.foundations.audit.operation import Recorder, operation

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@operation("tests.happened")
def happen(*, times: int, by: object, at: datetime, audit: Recorder) -> None:
    for number in range(times):
        audit(subject=("test", str(number)))


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.AUDIT_HEADS = str(tmp_path)
    return tmp_path


def written() -> list[int]:
    return [line.head.seq for line in heads.read(heads.file()) if line.head]


@pytest.mark.django_db
def test_a_head_is_written_when_the_trail_passes_a_hundred(
    django_capture_on_commit_callbacks: object,
) -> None:
    for times in (99, 1, 250):
        with django_capture_on_commit_callbacks(execute=True):
            happen(times=times, by=HEARD_ITSELF, at=AT)
    assert written() == [100, 350]


@pytest.mark.django_db(transaction=True)
def test_an_operation_that_is_undone_writes_no_head() -> None:
    with transaction.atomic():
        happen(times=120, by=HEARD_ITSELF, at=AT)
        transaction.set_rollback(True)
    assert written() == []
    assert AuditHead.objects.get().seq == 0
    happen(times=120, by=HEARD_ITSELF, at=AT)  # the control: the same, kept
    assert written() == [120]


@pytest.mark.django_db
def test_heads_follow_each_other_and_the_database_remembers_the_last() -> None:
    happen(times=3, by=HEARD_ITSELF, at=AT)
    first, second = heads.write(), heads.write()
    lines = list(heads.read(heads.file()))
    assert [line.whole for line in lines] == [True, True]
    assert (first.n, second.n, second.prev) == (1, 2, lines[0].seal)
    assert AuditHead.objects.get().heads_seal == lines[1].seal


@pytest.mark.django_db
def test_a_line_that_was_torn_does_not_swallow_the_next() -> None:
    happen(times=1, by=HEARD_ITSELF, at=AT)
    heads.write()
    with heads.file().open("a") as out:
        out.write('{"n": 2, "se')
    head = heads.write()
    assert [line.whole for line in heads.read(heads.file())] == [True, False, True]
    assert head.n == 2
