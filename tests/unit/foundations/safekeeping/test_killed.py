"""kill -9 in the middle of a backup or a restore leaves the old state, the new one, or nothing."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.deployments import STATE, deployment, files, fill, heard, staff
from tests.journeys.server import HEARD, Site

FIRST, LATER = ["Kit", "Olu"], ["Dana", "Lena", "Sam"]


@dataclass
class Kept:
    """A deployment that went on after its backup, and how long a restore takes."""

    site: Site
    backup: Path
    first: tuple[list[str], dict[str, str]]
    later: tuple[list[str], dict[str, str]]


def state(site: Site) -> tuple[list[str], dict[str, str]]:
    return staff(site), files(site)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("killed")
    site = deployment(folder / "data")
    fill(site, FIRST, 1)
    backup = folder / "one.backup"
    site.heard("backup", str(backup))
    first = state(site)
    fill(site, LATER, 2)
    return Kept(site, backup, first, state(site))


def killed(site: Site, words: list[str], marks: list[str], dice: random.Random) -> bool:
    """Run a command, kill it soon after it came to a mark (a path); say whether it was killed."""
    process = subprocess.Popen(
        [HEARD, *words], env=site.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    mark = dice.choice(marks)
    while process.poll() is None and not list(site.data.parent.glob(mark)):
        time.sleep(0.001)
    time.sleep(dice.random() * 0.3 * dice.choice([0, 0.1, 1]))
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


UNDO = """
print(*one_command(["restore", "--undo"]))
print(*one_command(["audit", "verify"]), end="")
"""
MARKS = ["data/tmp/restore-*", "data/tmp/restore-*/manifest.json", "data/restore.json"]


def old_nothing_or_new(kept: Kept) -> None:
    """On SQLite the database is gone while the files are on their way."""
    if os.environ.get("HEARD_DATABASE_URL"):
        return
    path = kept.site.data / "heard.sqlite3"
    if not path.exists():
        return
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        found = database.execute("SELECT email FROM accounts_staff ORDER BY email").fetchall()
    assert ([email for (email,) in found], files(kept.site)) in (kept.first, kept.later)


def kill_restores(kept: Kept, times: int, seed: int) -> dict[str, int]:
    dice, seen = random.Random(seed), {"killed": 0, "old": 0, "new": 0, "half": 0}
    for _ in range(times):
        words = ["restore", str(kept.backup), "--replace"]
        seen["killed"] += killed(kept.site, words, MARKS, dice)
        old_nothing_or_new(kept)
        if (kept.site.data / "restore.json").exists():
            seen["half"] += 1
            assert "heard restore --undo" in heard(kept.site, "worker", "--once").stderr
        now = put_right(kept.site)
        assert now in (kept.first, kept.later)
        seen["new" if now == kept.first else "old"] += 1
        if now == kept.first:  # begin again from the later state
            fill_again(kept)
    return seen


def put_right(site: Site) -> tuple[list[str], dict[str, str]]:
    """Undo, check the trail, and say what there is, in one process."""
    code = f"from tests.deployments import one_command\n{UNDO}{STATE}"
    *said, emails = site.python(code).splitlines()
    assert said[-1].startswith("0 The trail is whole"), said
    return list(json.loads(emails)), files(site)


def fill_again(kept: Kept) -> None:
    shutil.rmtree(kept.site.data / "files" / "2", ignore_errors=True)
    fill(kept.site, LATER, 2)


def test_a_restore_that_is_killed(kept: Kept) -> None:
    assert kill_restores(kept, 3, seed=1)["killed"] >= 1


@pytest.mark.soak
def test_a_restore_that_is_killed_often(kept: Kept) -> None:
    seen = kill_restores(kept, 25, seed=5)
    assert seen["killed"] >= 12
    assert min(seen["old"], seen["new"], seen["half"]) > 0, seen  # every kind of end was met


def test_a_backup_that_is_killed_leaves_no_half_file(kept: Kept, tmp_path: Path) -> None:
    dice = random.Random(2)
    path = tmp_path / "two.backup"
    marks = ["data/tmp/backup-*", "data/tmp/backup-*/heard.*"]
    assert killed(kept.site, ["backup", str(path)], marks, dice)
    assert not path.exists()
    kept.site.heard("backup", str(path))
    assert path.exists()
    assert not path.with_name("two.backup.part").exists()
    assert not list((kept.site.data / "tmp").glob("backup-*"))
