"""The command line: one JSON object on standard output, words elsewhere, exit status 1."""

import json
from pathlib import Path

import pytest

from heard.authority.returns.models import ReturnVersion
from heard.authority.returns.queries import versions
from heard.cli.main import main
from heard.foundations.audit.models import AuditEvent
from tests.cast import Cast
from tests.unit.authority.returns.world import recode, signed

YEAR = ["--year", "2025-26"]


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["returns", *words])
    out, err = capsys.readouterr()
    return status, out, err


def test_build_prints_the_return_and_nothing_else(
    cast: Cast, facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = said(capsys, "build", *YEAR, "--as-of", "2026-04-30", "--json")
    whole = json.loads(out)
    assert (status, whole["as_of"], whole["reporting_year"]) == (0, "2026-04-30", "2025-26")
    assert list(whole) == [
        "reporting_year", "as_of", "authority", "items", "checks", "content_hash"
    ]  # fmt: skip
    assert whole == versions.whole(ReturnVersion.objects.get())
    assert "Built version 1" in err
    assert AuditEvent.objects.get(verb="returns.built").actor_kind == "os_account"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["build", "--year", "2025"], "is not a reporting year"),
        (["build", "--year", "2025-27"], "is not a reporting year"),
        (["build", *YEAR, "--as-of", "2026-11-23"], "because today is not over"),
        (["build", *YEAR, "--as-of", "yesterday"], "is not a day"),
        (["check", *YEAR], "There is no return for 2025-26"),
        (["diff", *YEAR], "There is no return for 2025-26"),
        (["export", *YEAR, "--format", "json", "--out", "x.json"], "There is no return"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(
    cast: Cast, capsys: pytest.CaptureFixture[str], words: list[str], problem: str
) -> None:
    status, out, err = said(capsys, *words)
    assert (status, out) == (1, "")
    assert problem in err
    assert not ReturnVersion.objects.exists()


def test_check_rebuilds_what_is_frozen(
    cast: Cast, facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    version = signed(cast)
    status, out, _ = said(capsys, "check", *YEAR, "--json")
    told = json.loads(out)
    assert status == 0
    assert told["rebuilt"] == [{"version": 1, "content_hash": version.content_hash, "same": True}]
    assert told["checks"] == versions.whole(version)["checks"]
    assert "the same bytes" in said(capsys, "check", *YEAR)[1]


def test_diff_says_what_moved(cast: Cast, facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    signed(cast)
    assert "Nothing differs." in said(capsys, "diff", *YEAR)[1]
    review = recode("PN6")
    told = json.loads(said(capsys, "diff", *YEAR, "--json")[1])
    assert [pair["after"]["ref"] for pair in told["facts"]["changed"]] == [review.hex]
    assert "1 changed" in said(capsys, "diff", *YEAR)[1]


def test_export_writes_each_format(
    cast: Cast, facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    version = signed(cast)
    for kind in ("json", "csv", "pdf"):
        out = tmp_path / f"return.{kind}"
        status, printed, _ = said(capsys, "export", *YEAR, "--format", kind, "--out", str(out))
        assert (status, printed) == (0, "")
    assert json.loads((tmp_path / "return.json").read_text()) == versions.whole(version)
    assert (tmp_path / "return.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "return.meta.csv").exists()
    assert AuditEvent.objects.filter(verb="returns.taken_out").count() == 4


def test_export_to_a_place_that_cannot_be_written(
    cast: Cast, facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signed(cast)
    out = str(tmp_path / "no" / "such" / "folder.json")
    status, _, err = said(capsys, "export", *YEAR, "--format", "json", "--out", out)
    assert status == 1
    assert "could not be written" in err
