"""Each law's test bites: the law is broken in a copy, and its test must fail there.

Long: `make soak`. Each case says which file is changed, how, and which test must go red.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
COPIED = ("heard", "demo", "tests", "pyproject.toml", "README.md", "docs", "GLOSSARY.md")


class Break(NamedTuple):
    """One law broken: the file, what stood there, what stands now, and the test that must see."""

    name: str
    file: str
    before: str
    after: str
    test: str


LAW_3 = "tests/promises/test_law_3_scores_stay.py"
LAW_7 = "tests/promises/test_law_7_need_to_know.py"
LAW_9 = "tests/promises/test_law_9_not_appropriate.py"
WHO = "tests/promises/test_who_may_do_what.py"
PEOPLE = "heard/child/people"
BREAKS = [
    Break(
        "a score is kept on an asking", "heard/child/asking_due/models.py",
        "    declined = models",
        "    score = models.IntegerField(null=True)\n    declined = models",
        LAW_3,
    ),
    Break(
        "a fact names the worker", "heard/kernel/return_spec/fact.py",
        "    counted: str", "    worker: str\n    counted: str", LAW_3,
    ),
    Break(
        "same team is reason enough", f"{PEOPLE}/permissions.py",
        "filter(worker__staff=staff)", "filter(worker__team__worker__staff=staff)", LAW_7,
    ),
    Break(
        "a typed reason opens a restricted record", f"{PEOPLE}/permissions.py",
        "if close or child.restricted:", "if close:", LAW_7,
    ),
    Break(
        "a read is not written down", f"{PEOPLE}/queries.py",
        "    record_read(child=str(child.pk), what=what, why=reason.words",
        "    bool(what) or record_read(child=str(child.pk), what=what, why=reason.words", LAW_7,
    ),
    Break(
        "the glass stays open for a day", f"{PEOPLE}/operations.py",
        "timedelta(minutes=60)", "timedelta(days=1)", LAW_7,
    ),
    Break(
        "not appropriate is in the denominator", "heard/kernel/return_spec/shapes.py",
        'shape["yes"] + shape["no"]', 'shape["yes"] + shape["not_appropriate"]', LAW_9,
    ),
    Break(
        "analysts read records", "heard/foundations/access/roles.py",
        "P.READ_RETURNS, P.READ_FACTS, P.BUILD", "P.READ_RECORDS, P.READ_FACTS, P.BUILD", WHO,
    ),
    Break(
        "a page says nothing about who may open it", "heard/child/reviews/views.py",
        "@needs(P.READ_FACTS)\n", "", WHO,
    ),
    Break(
        "a page is not in the table", "heard/child/reviews/urls.py",
        "urlpatterns = [", 'urlpatterns = [\n    path("new/", views.fact, name="new"),', WHO,
    ),
    Break(
        "writes outside operations pass", "heard/foundations/audit/guard.py",
        "    if not _open.get():", "    if False:", "tests/promises/test_operations.py",
    ),
    Break(
        "an operation need not record", "heard/foundations/audit/operation.py",
        "    if not recorder.used:", "    if False:", "tests/promises/test_operations.py",
    ),
    Break(
        "a field is not classified", "heard/child/reviews/classification.py",
        '    "Review.reason": WORDS,\n', "", "tests/promises/test_classified.py",
    ),
]  # fmt: skip


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
