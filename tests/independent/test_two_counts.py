"""Heard's rules and the independent count give the same figures from the same facts."""

from datetime import date

import pytest

from tests.independent.adapter import count_with_heard
from tests.independent.count import count_folder
from tests.independent.folders import write_folder

WHEN = (
    (date(2026, 3, 31), None),
    (date(2026, 4, 30), None),
    (date(2025, 9, 30), None),
    (date(2026, 2, 28), date(2025, 11, 30)),
    (date(2025, 12, 30), date(2025, 9, 29)),
    (date(2026, 5, 20), date(2026, 5, 25)),
)


@pytest.mark.parametrize("seed", range(24))
def test_the_two_counts_agree(tmp_path, seed):
    as_of, began_on = WHEN[seed % len(WHEN)]
    folder = write_folder(tmp_path, seed, children=120)
    ours, _ = count_with_heard(folder, "2025-26", as_of, began_on)
    assert ours == count_folder(folder, "2025-26", as_of, None, began_on)


@pytest.mark.parametrize(
    "label, as_of", [("2024-25", date(2026, 4, 30)), ("2026-27", date(2026, 4, 5))]
)
def test_the_two_counts_agree_about_other_years(tmp_path, label, as_of):
    folder = write_folder(tmp_path, 99, children=80)
    ours, _ = count_with_heard(folder, label, as_of)
    assert ours == count_folder(folder, label, as_of)


def test_the_folders_reach_every_answer(tmp_path):
    items = count_folder(write_folder(tmp_path, 7, children=400), "2025-26", date(2026, 4, 30))
    assert all(items["2a"]["assessment"].values()), items["2a"]
    assert all(items["2a"]["closure"].values()), items["2a"]
    assert all(line["count"] for name, line in items["2b"]["all"].items() if name != "held")
    assert all(items["2c"]["intervals"].values()), items["2c"]
    assert all(all(box.values()) for box in items["2c"]["quarter_ends"].values()), items["2c"]


def test_the_same_seed_writes_the_same_files(tmp_path):
    one, two = (write_folder(tmp_path / name, 5, children=30) for name in ("one", "two"))
    for path in sorted(one.iterdir()):
        assert path.read_bytes() == (two / path.name).read_bytes()
