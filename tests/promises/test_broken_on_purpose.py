"""Each law's test bites: the law is broken in a copy, and its test must fail there.

Long: `make soak`. The cases stand in breaks.py.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.promises.breaks import BREAKS, Break

ROOT = Path(__file__).parents[2]
COPIED = ("heard", "demo", "tests", "pyproject.toml", "README.md", "docs", "GLOSSARY.md")


@pytest.mark.soak
@pytest.mark.parametrize("case", BREAKS, ids=lambda b: b.name)
def test_the_law_bites(case: Break, tmp_path: Path) -> None:
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    assert run(tmp_path, case.test) == 0, "the test must pass before the law is broken"
    path = tmp_path / case.file
    text = path.read_text()
    assert case.before in text, f"{case.file} says something else now: mend this test"
    path.write_text(text.replace(case.before, case.after, 1))
    assert run(tmp_path, case.test) != 0, f"nobody noticed: {case.name}"


def run(folder: Path, test: str) -> int:
    """Run a test in the copy and return its exit status."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "pytest", test, "-q", "-x", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True).returncode
