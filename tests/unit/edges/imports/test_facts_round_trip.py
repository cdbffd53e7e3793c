"""Facts come out as they went in; bringing them in again changes nothing."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heard.edges.imports.facts_folder.columns import FILES
from tests.independent.folders import write_folder
from tests.unit.edges.imports.doing import every_row, load, take_out
from tests.unit.edges.imports.small import header, write

pytestmark = pytest.mark.django_db


def rows_of(folder: Path, name: str) -> list[tuple[str, ...]]:
    """Rows as facts: each once; of confirmations, in the order of recording."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [tuple(row) for row in list(csv.reader(file))[1:]]
    once = list(reversed(dict.fromkeys(reversed(rows))))
    return once if name == "confirmations" else sorted(once)


def same_facts(one: Path, other: Path) -> None:
    for name in FILES:
        assert rows_of(one, name) == rows_of(other, name), name


@pytest.mark.parametrize("seed", range(8))
def test_what_comes_out_is_what_went_in(seed: int, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in", seed, 40)
    assert load(folder)["changed"]
    out = take_out(tmp_path / "out")
    same_facts(folder, out)
    before = every_row()
    assert not load(folder)["changed"]
    assert not load(out)["changed"]
    assert every_row() == before


def test_the_same_facts_come_out_as_the_same_bytes(tmp_path: Path) -> None:
    load(write(tmp_path / "in"))
    one, two = take_out(tmp_path / "one"), take_out(tmp_path / "two")
    for name in FILES:
        assert (one / f"{name}.csv").read_bytes() == (two / f"{name}.csv").read_bytes()


def test_the_small_folder_says_of_every_row_where_it_went(tmp_path: Path) -> None:
    summary = load(write(tmp_path))
    for name, counts in summary["files"].items():
        parts = ("repeated", "new", "changed", "unchanged")
        assert counts["rows"] == sum(counts[part] for part in parts), name
    assert summary["files"]["talks"]["new"] == 1


def test_an_empty_folder_of_nine_headers_loads(tmp_path: Path) -> None:
    summary = load(write(tmp_path, **{name: header(name) for name in FILES}))
    assert not summary["changed"]


cells = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40
).filter(str.strip)


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(reasons=st.lists(cells, min_size=1, max_size=6, unique=True), name=cells)
def test_words_are_kept_to_the_letter(
    reasons: list[str], name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("words")
    rows = [["M1", "2025-10-01", "", reason, name, ""] for reason in reasons]
    with (write(folder / "in") / "exemptions.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow([column.name for column in FILES["exemptions"]])
        writer.writerows(rows)
    load(folder / "in")
    wanted = set(rows_of(folder / "in", "exemptions"))
    assert wanted <= set(rows_of(take_out(folder / "out"), "exemptions"))
    assert not load(folder / "in")["changed"]
