"""Several keys, one trail; and a key that is lost is never quietly made again."""

from pathlib import Path

import pytest
from pytest_django import Settings

from heard.foundations.audit import keys
from heard.foundations.audit.models import AuditEvent, AuditHead
from heard.foundations.audit.operations import rotate_key
from heard.foundations.audit.verify import verify
from tests.unit.foundations.audit.trail import AT, PRIYA, note

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folders(settings: Settings, tmp_path: Path) -> Path:
    settings.AUDIT_HEADS = str(tmp_path / "heads")
    settings.KEYS = tmp_path / "keys"
    return tmp_path


def test_events_after_the_rotation_are_sealed_with_the_next_key() -> None:
    note(times=2, seed=1, by=PRIYA, at=AT)
    assert rotate_key(by=PRIYA, at=AT) == 2
    note(times=1, seed=2, by=PRIYA, at=AT)
    used = list(AuditEvent.objects.order_by("seq").values_list("key", "verb"))
    assert used == [
        (1, "tests.noted"),
        (1, "tests.noted"),
        (1, "audit.key_rotated"),
        (2, "tests.noted"),
    ]
    assert verify().whole
    assert keys.file(2).stat().st_mode & 0o777 == 0o600


def test_a_lost_key_is_not_made_again_and_nothing_is_written() -> None:
    note(times=1, seed=1, by=PRIYA, at=AT)
    keys.file(1).unlink()
    keys._read.cache_clear()
    with pytest.raises(keys.KeyMissing, match="Put it back from where you keep the keys"):
        note(times=1, seed=2, by=PRIYA, at=AT)
    with pytest.raises(keys.KeyMissing):
        rotate_key(by=PRIYA, at=AT)
    assert AuditHead.objects.get().seq == 1
    findings = verify().findings
    assert [f.event for f in findings] == [1]
    assert "nothing can be checked" in findings[0].words


def test_another_key_in_the_place_of_the_first_is_found() -> None:
    note(times=3, seed=1, by=PRIYA, at=AT)
    keys.file(1).write_text("0" * 64)
    keys._read.cache_clear()
    words = [f.words for f in verify().findings]
    assert words[:3] == [f"Event {n} is not as it was written." for n in (1, 2, 3)]


def test_making_a_key_never_replaces_one() -> None:
    keys.make(1)
    before = keys.file(1).read_text()
    keys.make(1)
    assert keys.file(1).read_text() == before
    assert [p.name for p in keys.file(1).parent.iterdir()] == ["audit-1.key"]
