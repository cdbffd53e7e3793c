"""An import that is killed at any moment leaves all of it or nothing; again makes the same end."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.contracts.own import Own, own
from tests.independent.folders import write_folder
from tests.unit.edges.imports import returns

STATE = """
import hashlib
from heard.child.people.models import Child, Work
from heard.child.reviews.models import Review
from heard.edges.imports.models import QuarantinedRow
from heard.foundations.audit.models import AuditEvent
rows = [
    sorted(Child.objects.values_list("authority_id", "birth_date", "sex")),
    sorted(Work.objects.values_list("child__authority_id", "start_date")),
    sorted(Review.objects.values_list("child__authority_id", "held_on", "code", "scheme")),
    sorted(QuarantinedRow.objects.values_list("digest")),
]
loaded = AuditEvent.objects.filter(verb__in=["imports.ssda903_loaded", "imports.facts_loaded"])
print(hashlib.sha256(repr(rows).encode()).hexdigest(), sum(map(len, rows)), loaded.count())
"""


def a_return(folder: Path) -> Path:
    """2,000 children with 8 reviews each, some of them broken."""
    header = [f"C{n},1,01/02/2012,WBRI,,," for n in range(2000)]
    reviews = [
        f"C{n},01/02/2012,{m + 1:02}/0{m + 1}/2025,PN{m}" for n in range(2000) for m in range(8)
    ]
    broken = [f"C{n},01/02/2012,,PN1" for n in range(50)]
    episodes = [returns.care(f"C{n}", "01/04/2024") for n in range(2000)]
    return returns.write(folder, header=header, reviews=reviews + broken, episodes=episodes)


def state(heard: Own) -> tuple[str, int, int]:
    words, rows, loaded = heard.python(STATE).split()
    return words, int(rows), int(loaded)


IMPORT = """
import sys
import django
django.setup()
from pathlib import Path
from heard.edges.imports.doing import bring_in
from heard.foundations.audit.actor import os_account
from heard.foundations.deployment import clock
print("ready", flush=True)
bring_in(sys.argv[1], Path(sys.argv[2]), os_account(), clock.now())
print("done", flush=True)
"""


class Running:
    """An import in a process of its own, which begins now; starting Python is over."""

    def __init__(self, heard: Own, kind: str, sent: Path) -> None:
        settings = {"DJANGO_SETTINGS_MODULE": "heard.config.settings.base"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", IMPORT, kind, str(sent)],
            env={**heard.environment, **settings}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout
        assert self.process.stdout.readline() == "ready\n"
        self.began = time.monotonic()

    def to_its_end(self) -> float:
        """Wait for it, and return the seconds it took."""
        assert self.process.stdout
        assert self.process.stdout.readline() == "done\n"
        took = time.monotonic() - self.began
        assert self.process.wait() == 0
        return took

    def kill_after(self, seconds: float) -> bool:
        """Kill it without warning; say whether it was still running."""
        time.sleep(seconds)
        self.process.kill()
        return self.process.wait() == -signal.SIGKILL


def killed_again_and_again(folder: Path, kind: str, sent: Path, times: int) -> None:
    beside, heard, chance = own(folder / "beside"), own(folder / "killed"), random.Random(kind)
    takes = Running(beside, kind, sent).to_its_end()
    whole, nothing = state(beside), state(heard)
    assert nothing[1:] == (0, 0)
    killed = 0
    for _ in range(times):
        killed += Running(heard, kind, sent).kill_after(takes * chance.uniform(0.1, 1))
        found = state(heard)
        assert found in (nothing, (*whole[:2], found[2]))
    assert killed
    Running(heard, kind, sent).to_its_end()
    assert state(heard)[:2] == whole[:2]
    assert "whole" in heard.run("audit", "verify").stdout.lower()


@pytest.mark.parametrize("kind", ["ssda903", "facts"])
def test_a_killed_import_leaves_all_or_nothing(kind: str, tmp_path: Path) -> None:
    sent = a_return(tmp_path / "in") if kind == "ssda903" else write_folder(tmp_path / "in", 3, 900)
    killed_again_and_again(tmp_path, kind, sent, times=3)


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["ssda903", "facts"])
def test_many_killed_imports_leave_all_or_nothing(kind: str, tmp_path: Path) -> None:
    sent = a_return(tmp_path / "in") if kind == "ssda903" else write_folder(tmp_path / "in", 3, 900)
    killed_again_and_again(tmp_path, kind, sent, times=25)


def test_two_imports_at_once_bring_each_row_in_once(tmp_path: Path) -> None:
    """The second waits for the first, and finds that nothing is left to change."""
    sent, heard = a_return(tmp_path / "in"), own(tmp_path)
    both = [Running(heard, "ssda903", sent) for _ in range(2)]
    for one in both:
        one.to_its_end()
    assert state(heard)[1:] == (2000 + 2000 + 16_000 + 50, 2)
