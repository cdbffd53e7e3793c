"""Law 7: the trail cannot be quietly changed, not even by a superuser of the database."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import Settings

from heard.foundations.audit import heads
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.models import AuditEvent
from heard.foundations.audit.verify import verify
from tests.emptying import triggers_off
from tests.unit.foundations.audit.tampering import ATTACKS, T, rows, set_end
from tests.unit.foundations.audit.trail import Trail, build

pytestmark = pytest.mark.django_db
TIMES = 250  # with four seeds: a thousand


@pytest.fixture
def trail(settings: Settings, tmp_path: Path) -> Trail:
    settings.AUDIT_HEADS = str(tmp_path / "heads")
    settings.KEYS = tmp_path / "keys"
    return build()


@contextmanager
def undone() -> Iterator[None]:
    """Undo what is done here: the next attack meets the trail as it was."""
    with transaction.atomic(), writing_allowed("an attack"):
        yield
        transaction.set_rollback(True)


def test_an_untouched_trail_is_whole(trail: Trail) -> None:
    report = verify()
    assert report.findings == ()
    assert report.events == AuditEvent.objects.count() > 300
    assert report.heads == 4


@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_ways_to_change_the_trail_are_all_found(trail: Trail, seed: int) -> None:
    dice, missed, kinds = random.Random(seed), [], set()
    for number in range(TIMES):
        attack = ATTACKS[number % len(ATTACKS)]
        with undone():
            with triggers_off(connection), connection.cursor() as cursor:
                said = attack(cursor, dice, trail)
            report = verify()
        kinds.add(attack.__name__)
        if report.whole:
            missed.append(said)
    assert missed == []
    assert len(kinds) == len(set(ATTACKS))
    assert verify().whole  # the control: each was undone, and nothing is found now


def test_writing_the_same_again_is_no_change(trail: Trail) -> None:
    with undone():
        with triggers_off(connection), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {T} SET data = data, prev = prev, mac = mac")
        assert verify().whole


def test_the_words_name_the_event(trail: Trail) -> None:
    with undone():
        with triggers_off(connection), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {T} SET actor_name = 'Tom' WHERE seq = 17")
            cursor.execute(f"DELETE FROM {T} WHERE seq BETWEEN 40 AND 42")
        words = [(f.event, f.words) for f in verify().findings]
    assert words[0] == (17, "Event 17 is not as it was written.")
    assert words[1] == (40, "Events 40 to 42 are missing.")
    assert words[2][1].startswith("Event 43 does not follow from event 39")
    assert len(words) == 3


def test_text_that_is_no_text_is_found(trail: Trail) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite lets a superuser keep bytes in a column of text")
    for value in ("CAST(data AS BLOB)", "CAST(x'ff' AS TEXT)", "12", "data || char(0)"):
        with undone():
            with triggers_off(connection), connection.cursor() as cursor:
                cursor.execute(f"UPDATE {T} SET data = {value} WHERE seq = 9")
            assert [f.event for f in verify().findings] == [9], value


def test_a_guard_that_was_taken_away_is_found(trail: Trail) -> None:
    with undone():
        with connection.cursor() as cursor:
            names = {
                "sqlite": "audit_no_replace",
                "postgresql": f"audit_append_only ON {T}",
            }
            cursor.execute(f"DROP TRIGGER {names[connection.vendor]}")
        assert "its guard is gone" in verify().findings[0].words
    assert verify().whole


@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE {T} SET data = data",
        f"DELETE FROM {T} WHERE seq = 5",
        f"INSERT OR REPLACE INTO {T} SELECT * FROM {T} WHERE seq = 5",
        f"TRUNCATE {T}",
    ],
)
def test_the_database_refuses_changes(trail: Trail, sql: str) -> None:
    if ("TRUNCATE" in sql) if connection.vendor == "sqlite" else ("REPLACE" in sql):
        pytest.skip("the other database's words")
    refused = pytest.raises(DatabaseError, match="append-only")
    with undone(), connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute(sql)
    with connection.cursor() as cursor:
        assert len(rows(cursor)) > 300


def heads_changed(trail: Trail, change: object) -> list[str]:
    kept = trail.heads_file.read_bytes()
    lines = kept.splitlines(keepends=True)
    trail.heads_file.write_bytes(b"".join(change(lines)))  # type: ignore[operator]
    words = [f.words for f in verify().findings]
    trail.heads_file.write_bytes(kept)
    return words


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines[:-1],
        lambda lines: lines[1:],
        lambda lines: lines[:1] + lines[2:],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [],
        lambda lines: [*lines, lines[-1]],
        lambda lines: [*lines[:-1], lines[-1][:-1]],
        lambda lines: [*lines[:-1], lines[-1][:100]],
        lambda lines: [*lines[:-1], lines[-1].replace(b'"n": 4', b'"n":  4')],
        lambda lines: [*lines[:-1], lines[-1].replace(b"2026", b"2027")],
        lambda lines: [*lines, b'{"n": 5}\n'],
        lambda lines: [b"\xff\xfe\n", *lines],
    ],
)
def test_a_file_of_heads_that_was_cut_or_edited_is_found(trail: Trail, change: object) -> None:
    assert heads_changed(trail, change)
    assert heads_changed(trail, lambda lines: lines) == []  # the control


def test_a_file_of_heads_that_is_gone_is_found(trail: Trail) -> None:
    trail.heads_file.unlink()
    assert "the file was cut, changed or replaced" in verify().findings[0].words


def test_a_copy_of_the_heads_kept_elsewhere_finds_a_cut_of_both(
    trail: Trail, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(trail.heads_file.read_bytes())
    assert verify(heads_file=copy, elsewhere=True).whole
    with undone():
        old = trail.ends[-2]
        with triggers_off(connection), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {T} WHERE seq > %s", [old["seq"]])
            set_end(cursor, **old)
        lines = trail.heads_file.read_bytes().splitlines(keepends=True)
        trail.heads_file.write_bytes(b"".join(lines[:-1]))
        assert verify().whole  # database and file both cut: only the copy elsewhere knows
        assert "at least" in verify(heads_file=copy, elsewhere=True).findings[0].words


def test_heads_are_never_made_up(trail: Trail) -> None:
    assert [line.whole for line in heads.read(trail.heads_file)] == [True] * 4
