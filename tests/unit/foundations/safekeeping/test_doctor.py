"""The doctor finds what is wrong and says what to do; nothing wrong, nothing said."""

import json
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from heard.foundations.accounts.operations import add_account
from heard.foundations.audit import heads, keys
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.models import AuditCheck
from heard.foundations.audit.operations import ask_for_check, rotate_key
from heard.foundations.background.models import ScheduleRun, WorkerSeen
from heard.foundations.deployment import clock
from heard.foundations.safekeeping import checks_of_database as database
from heard.foundations.safekeeping import checks_of_machine as machine
from heard.foundations.safekeeping import checks_of_work as work
from tests.deployments import deployment, heard

NOW = {"by": HEARD_ITSELF, "at": clock.now()}


@pytest.fixture
def data(settings: Settings, tmp_path: Path) -> Path:
    """A private folder of data with keys."""
    settings.DATA, settings.KEYS = tmp_path, tmp_path / "keys"
    settings.AUDIT_HEADS, settings.HEARD_TODAY = str(tmp_path / "audit_heads"), ""
    settings.KEYS.mkdir(mode=0o700)
    tmp_path.chmod(0o700)
    return tmp_path


def test_a_setting_that_heard_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.unknown_settings() == ""
    monkeypatch.setenv("HEARD_DAAT", "x")
    assert machine.unknown_settings().startswith(
        "Heard does not know HEARD_DAAT. Did you mean HEARD_DATA?"
    )


def test_a_folder_and_keys_that_others_may_read(data: Path) -> None:
    key = data / "keys" / "audit-1.key"
    key.write_text("0" * 64)
    key.chmod(0o600)
    assert machine.data_folder() == machine.keys_are_private() == ""
    key.chmod(0o640)
    assert machine.keys_are_private().endswith(f"chmod 600 {key}")
    data.chmod(0o755)
    assert machine.data_folder().endswith(f"chmod 700 {data}")


def test_an_empty_key(data: Path) -> None:
    key = data / "keys" / "secret.key"
    key.touch(mode=0o600)
    assert "is empty" in machine.keys_are_private()


def test_little_room(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(0, 0, 5 * 1024**2))
    assert machine.room().startswith("5 MB are left")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(0, 0, 5 * 1024**3))
    assert machine.room() == ""


def test_a_day_that_is_fixed(data: Path, settings: Settings) -> None:
    assert machine.time() == ""
    settings.HEARD_TODAY = "2026-11-23"
    assert "unset it where people work" in machine.time()


def test_a_restore_that_is_half_done(data: Path) -> None:
    assert machine.half_restore() == ""
    (data / "restore.json").write_text(json.dumps({"stamp": "1"}))
    assert "heard restore --undo" in machine.half_restore()


def test_a_style_sheet_that_is_not_built(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "BUILT", ("heard/none.css",))
    assert "heard/none.css is not built" in machine.static_files()


@pytest.mark.django_db
def test_a_database_as_it_should_be(data: Path) -> None:
    assert database.answers() == database.migrated() == database.audit_key() == ""
    if connection.vendor == "postgresql":
        assert (
            "fsync is off" in database.set_up()
        )  # the server of the tests trades safety for speed


@pytest.mark.django_db
def test_a_key_of_the_trail_that_is_gone(data: Path) -> None:
    rotate_key(**NOW)
    assert database.audit_key() == ""
    (data / "keys" / "audit-2.key").unlink()
    keys._read.cache_clear()
    assert "audit-2.key is missing" in database.audit_key()


@pytest.mark.django_db
def test_people_without_a_second_factor_are_counted(data: Path) -> None:
    assert database.second_factors() == ""
    for name in ("kit", "olu"):
        add_account(
            email=f"{name}@northmoor.example",
            name=name,
            roles=frozenset({"administrator"}),
            password="a quiet word in good time",
            **NOW,
        )
    assert database.second_factors().startswith("2 people have an account but no second factor")


def seen(ago: timedelta) -> None:
    now = clock.now()
    with writing_allowed("test"):
        WorkerSeen.objects.create(id="one", started_at=now, seen_at=now - ago)


@pytest.mark.django_db
def test_a_worker_that_is_gone(data: Path) -> None:
    assert work.worker().startswith("No worker runs. None was ever seen.")
    seen(timedelta(minutes=3))
    assert work.worker().startswith("No worker runs. The last was seen at")
    with writing_allowed("test"):
        WorkerSeen.objects.update(seen_at=clock.now())
    assert work.worker() == ""


@pytest.mark.django_db
def test_heads_that_are_old_while_a_worker_runs(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rotate_key(**NOW)
    seen(timedelta(0))
    assert work.heads_fresh().startswith("There is no head in")
    heads.write()
    assert work.heads_fresh() == ""
    monkeypatch.setattr(work, "FRESH", timedelta(microseconds=1))
    assert work.heads_fresh().startswith("The last head is of")


@pytest.mark.django_db
def test_a_trail_that_was_not_whole_and_work_that_failed(data: Path) -> None:
    check = ask_for_check(**NOW)
    assert work.last_check() == work.failures() == ""
    with writing_allowed("test"):
        AuditCheck.objects.filter(pk=check.pk).update(finished_at=clock.now(), finding_count=3)
        ScheduleRun.objects.create(name="x", failures=1, finished_at=clock.now())
    assert work.last_check().startswith("The trail was not whole: 3 findings.")
    assert "1 jobs by the clock fail" in work.failures()


def test_the_command_on_a_deployment(tmp_path: Path) -> None:
    site = deployment(tmp_path / "data")
    done = heard(site, "doctor", "--json")
    found = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert done.returncode == 1
    to_do = {name for name, check in found.items() if check["state"] == "to do"}
    assert to_do - {"database settings", "static files", "settings"} == {"worker"}
    words = heard(site, "doctor").stdout
    assert "No worker runs" in words
    site.environment["HEARD_DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/none"
    broken = heard(site, "doctor")
    assert "PostgreSQL does not answer" in broken.stdout
    assert broken.returncode == 1
    assert "Traceback" not in broken.stderr
