"""Checking the trail and backing up go on while people work, and meet no half state."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.deployments import blank, deployment, fill
from tests.journeys.server import Site

WRITER = """
import django
django.setup()
from datetime import UTC, datetime
from pathlib import Path
from heard.foundations.audit.reads import records_listed
from heard.foundations.audit.actor import os_account
stop = Path({stop!r})
count = 0
while not stop.exists():
    records_listed(what="list", why="test", data={{"n": count}}, by=os_account(),
                   at=datetime(2026, 11, 23, tzinfo=UTC))
    count += 1
print(count)
"""


def writers(site: Site, stop: Path) -> "list[subprocess.Popen[str]]":
    words = [sys.executable, "-c", WRITER.format(stop=str(stop))]
    return [
        subprocess.Popen(words, env=site.environment, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]


def test_two_write_while_one_checks_and_one_backs_up(tmp_path: Path) -> None:
    site, stop = deployment(tmp_path / "data"), tmp_path / "stop"
    fill(site, ["Kit"], 1)
    working = writers(site, stop)
    seen = [json.loads(site.heard("audit", "verify", "--json")) for _ in range(2)]
    made = json.loads(site.heard("backup", str(tmp_path / "one.backup"), "--json"))
    seen.append(json.loads(site.heard("audit", "verify", "--json")))
    stop.touch()
    written = [int(process.communicate(timeout=60)[0]) for process in working]
    assert min(written) > 10  # both came through
    assert [report["findings"] for report in seen] == [[], [], []]
    assert seen[0]["events"] < seen[2]["events"]
    last = json.loads(site.heard("audit", "verify", "--json"))
    assert last["events"] == sum(written) + 2  # Kit's account, the backup, and all that was read
    assert last["heads"] >= (last["events"] - 2) // 100

    shutil.copytree(site.data / "keys", tmp_path / "keys")
    copy = blank(tmp_path / "copy")
    copy.heard("restore", made["path"], "--keys", str(tmp_path / "keys"))
    report = json.loads(copy.heard("audit", "verify", "--json"))
    assert report["whole"]
    assert report["events"] == made["event"] + 1
