"""Each law's test bites: the law is broken in a copy, and its test must fail there, saying which.

Long: `make soak`. The cases stand in breaks.py; that they still fit the code is checked every time.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.promises.breaks import BREAKS, LAWS, Break

ROOT = Path(__file__).parents[2]
COPIED = ("heard", "demo", "tests", "pyproject.toml", "README.md", "docs", "GLOSSARY.md")
# The copy has a folder and a database of its own, whatever runs these tests.
NOT_PASSED_ON = {"TESTS_OF_HEARD_FOLDER", "PYTEST_XDIST_WORKER", "HEARD_DATABASE_URL"}
on_sqlite = pytest.mark.skipif(
    "HEARD_DATABASE_URL" in os.environ, reason="the copy runs on SQLite: once is enough"
)


def test_every_law_has_a_case() -> None:
    assert {case.law for case in BREAKS} == set(LAWS)


@pytest.mark.parametrize("case", BREAKS, ids=lambda b: b.name)
def test_a_case_fits_the_code(case: Break) -> None:
    """What is broken stands once in its file, and the test that must see it is there."""
    for change in case.changes:
        assert (ROOT / change.file).read_text().count(change.before) == 1, f"mend {change.file}"
    file, _, test = case.test.partition("::")
    assert f"def {test.partition('[')[0]}(" in (ROOT / file).read_text()
    assert f"law {case.law}" in (ROOT / file).read_text().lower(), "the test names its law"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that the tests of the laws need; the working tree is never touched."""
    folder = tmp_path_factory.mktemp("broken")
    for name in COPIED:
        take = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        take(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def whole(copy: Path, request: pytest.FixtureRequest) -> str:
    """What all tests of the cases say in the unbroken copy, in one run."""
    calls = (getattr(item, "callspec", None) for item in request.session.items)
    cases = [call.params["case"] for call in calls if call and "case" in call.params]
    return run(copy, *dict.fromkeys(case.test for case in cases), "-rpfEs")[1]


@on_sqlite
@pytest.mark.soak
@pytest.mark.parametrize("case", BREAKS, ids=lambda b: b.name)
def test_the_law_bites(case: Break, copy: Path, whole: str) -> None:
    passes = f"PASSED {case.test}" in whole and f"FAILED {case.test}" not in whole
    assert passes, f"the test must pass before the law is broken:\n{whole}"
    with changed(copy, case):
        status, said = run(copy, case.test, "-x")
    assert status == 1, f"nobody noticed (or the copy does not run): {case.name}\n{said}"
    # An error in a fixture is no failure of the test.
    assert f"FAILED {case.test}" in said, said
    assert case.says in said, f"it failed for another reason than {case.says!r}:\n{said}"


@contextmanager
def changed(copy: Path, case: Break) -> Iterator[None]:
    """Break the law in the copy, and mend it again."""
    before = {copy / c.file: (copy / c.file).read_text() for c in case.changes}
    for path, text in before.items():
        for change in (c for c in case.changes if copy / c.file == path):
            text = text.replace(change.before, change.after)
        path.write_text(text)
    try:
        yield
    finally:
        for path, text in before.items():
            path.write_text(text)


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run tests in the copy; return the exit status and what they said."""
    passed = {k: v for k, v in os.environ.items() if k not in NOT_PASSED_ON}
    environment = {**passed, "PYTHONPATH": str(folder), "COLUMNS": "400"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    return ran.returncode, ran.stdout + ran.stderr
