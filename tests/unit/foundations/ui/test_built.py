"""What is built is ours to publish, complete, and the same on every machine."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from heard.foundations.ui import build

FORBIDDEN = (b"GDS Transport", b"govuk-crest", b"crown")


@pytest.fixture
def built() -> Path:
    """The folder of built files; without it the test is skipped and says so."""
    if not (build.BUILT / "heard.css").exists():
        pytest.skip("nothing is built: run python -m heard.foundations.ui.build")
    return build.BUILT


def files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def test_nothing_built_belongs_to_gov_uk(built: Path) -> None:
    found = [
        (path.name, word)
        for path in files(built)
        for word in FORBIDDEN
        if word.lower() in path.read_bytes().lower()
    ]
    assert found == []


def test_every_file_that_the_style_sheet_names_is_there(built: Path) -> None:
    named = set(re.findall(r"url\(\"?([^)\"]+)", (built / "heard.css").read_text()))
    assert len(named) == 4  # the type, in two weights and two alphabets
    assert [name for name in named if not (built / name).exists()] == []


def test_the_style_sheet_knows_no_left_and_no_right(built: Path) -> None:
    css = (built / "heard.css").read_text()
    sides = r"[;{](margin-left|margin-right|padding-left|padding-right|left|right|float:left):"
    assert re.findall(sides, css) == []


def test_the_style_sheet_stays_small(built: Path) -> None:
    assert (built / "heard.css").stat().st_size < 160_000
    assert (built / "heard.js").stat().st_size < 90_000


def test_the_type_comes_with_its_licence(built: Path) -> None:
    assert "SIL OPEN FONT LICENSE" in (built / "fonts" / "LICENSE.txt").read_text().upper()


def test_the_lock_file_names_no_address() -> None:
    lock = (build.FRONTEND / "package-lock.json").read_text()
    assert '"integrity"' in lock
    assert "http" not in re.sub(r'"url": "[^"]+"', "", lock)
