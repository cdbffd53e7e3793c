"""Two people at the same moment, with real connections: nothing is lost, the loser gets words."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from heard.authority.returns.models import ReturnFact, ReturnVersion
from heard.authority.returns.queries import versions
from heard.authority.returns.rules.days import Changed
from tests.cast import Cast, make_cast
from tests.independent.folders import write_folder
from tests.unit.authority.returns import world


def at_once(*calls: Any) -> list[Any]:
    """Make the calls at the same moment, each in a thread; return what each gave or raised."""
    results: list[Any] = [None] * len(calls)
    gate = threading.Barrier(len(calls))

    def run(place: int, call: Any) -> None:
        gate.wait()
        try:
            results[place] = call()
        except Exception as problem:
            results[place] = problem
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.fixture
def real_connections(transactional_db: None, tmp_path: Path) -> Cast:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's test database is in memory: the test with two programs covers it")
    cast = make_cast()
    world.a_year_of_facts(tmp_path)
    return cast


def kept_whole(version: ReturnVersion) -> None:
    """Check that the facts kept give the figures kept."""
    assert versions.rebuild(version) == (version.items, version.content_hash)


def test_four_build_the_first_draft_at_once(real_connections: Cast) -> None:
    results = at_once(*[lambda: world.built(real_connections)] * 4)
    assert all(isinstance(one, ReturnVersion | Changed) for one in results), results
    assert any(isinstance(one, ReturnVersion) for one in results)
    kept_whole(ReturnVersion.objects.get())
    assert not ReturnFact.objects.exclude(version=ReturnVersion.objects.get()).exists()


def test_one_builds_again_while_another_signs(real_connections: Cast) -> None:
    cast = real_connections
    draft = world.built(cast)
    world.accept_all(cast, draft)
    world.recode("PN6")
    seen = versions.seal(draft)
    results = at_once(lambda: world.built(cast), lambda: world.sign(cast, draft, seen=seen))
    assert sum(isinstance(one, Changed) for one in results) <= 1, results
    for version in ReturnVersion.objects.all():
        kept_whole(version)
        if version.state == "signed":
            assert version.content_hash == draft.content_hash


def heard(folder: Path, *words: str) -> "subprocess.Popen[str]":
    keep = {key: value for key, value in os.environ.items() if key != "HEARD_DATABASE_URL"}
    environment = {**keep, "HEARD_DATA": str(folder), "HEARD_TODAY": "2026-11-23"}
    environment["DJANGO_SETTINGS_MODULE"] = "heard.config.settings.base"
    command = [sys.executable, "-m", "heard.cli.main", *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True)


def test_two_programs_build_at_once(tmp_path: Path) -> None:
    facts = write_folder(tmp_path / "facts", 5, 200)
    for words in (["migrate"], ["import", "facts", str(facts)]):
        assert heard(tmp_path, *words).wait() == 0
    both = [heard(tmp_path, "returns", "build", "--year", "2025-26") for _ in range(2)]
    said = [(one.communicate()[1], one.returncode) for one in both]
    assert {status for _, status in said} <= {0, 1}
    assert 0 in {status for _, status in said}, said
    for words, status in said:
        assert "Traceback" not in words
        assert status == 0 or "Somebody else built or signed" in words
    check = heard(tmp_path, "returns", "check", "--year", "2025-26")
    assert "version 1, draft" in check.communicate()[0]
