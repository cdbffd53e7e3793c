"""The build says plainly why it cannot be done, and does nothing when nothing changed."""

import json
from pathlib import Path

import pytest

from heard.foundations.ui import build


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small frontend folder of our own."""
    (tmp_path / "sass").mkdir()
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "sass" / "heard.scss").write_text("a { color: blue }")
    monkeypatch.setattr(build, "FRONTEND", tmp_path)
    monkeypatch.setattr(build, "STAMP", tmp_path / ".stamp")
    return tmp_path


def test_any_change_of_a_source_is_seen(copy: Path) -> None:
    before = build.fingerprint()
    assert build.fingerprint() == before
    (copy / "sass" / "heard.scss").write_text("a { color: teal }")
    changed = build.fingerprint()
    (copy / "sass" / "more.scss").write_text("")
    assert len({before, changed, build.fingerprint()}) == 3


def test_nothing_is_built_twice(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build.STAMP.write_text(build.fingerprint())
    monkeypatch.setattr(build, "NEEDED", ())
    monkeypatch.setenv("PATH", "")
    assert build.build() == "The style sheet and the scripts are up to date."


def test_a_build_that_fails_says_what_node_said(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "BUILT", copy / "nothing")
    lock = {"name": "x", "lockfileVersion": 3, "requires": True, "packages": {"": {}}}
    (copy / "package-lock.json").write_text(json.dumps(lock))
    (copy / "build.mjs").write_text('throw new Error("there is no colour named tael")')
    assert build.main() == 1
    said = capsys.readouterr().err
    assert said.startswith("Could not build the style sheet and the scripts. It said:")
    assert "there is no colour named tael" in said
    assert not build.STAMP.exists()


def test_an_installed_heard_says_that_it_needs_no_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(build, "FRONTEND", tmp_path / "frontend")
    with pytest.raises(build.BuildFailed, match="already holds what was built"):
        build.build()
