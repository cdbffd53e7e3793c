"""Episodes that touch become one period in care."""

from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssda903 import CarePeriod, Stream, loadable, read_return

from .returns import TODAY, child, episode, return_of


def periods_of(folder: Path, *episodes: str) -> Stream[CarePeriod]:
    header = (child("1"), child("2"), child("3", ""))
    return loadable(read_return(return_of(folder, header, (), episodes)), TODAY).care_periods


def spans(stream: Stream[CarePeriod]) -> list[tuple[str, str, str, int]]:
    return [(each.child_id, f"{each.starts}", f"{each.ends or ''}", each.rows) for each in stream]


@pytest.mark.parametrize(
    "second, joined",
    [
        ("15/01/2020", True),
        ("31/01/2020", True),
        ("01/02/2020", True),
        ("02/02/2020", False),
    ],
)
def test_periods_join_where_no_day_is_between(tmp_path: Path, second: str, joined: bool) -> None:
    found = periods_of(
        tmp_path,
        episode("1", second, "05/03/2020"),
        episode("1", "01/01/2020", "31/01/2020"),
        episode("2", "01/02/2020"),
    )
    assert len(list(found)) == (2 if joined else 3)
    assert spans(found)[-1] == ("2", "2020-02-01", "", 1)
    if joined:
        assert spans(found)[0] == ("1", "2020-01-01", "2020-03-05", 2)


def test_an_open_episode_keeps_the_period_open(tmp_path: Path) -> None:
    found = periods_of(
        tmp_path, episode("1", "01/01/2020", "31/01/2020"), episode("1", "01/02/2020")
    )
    assert spans(found) == [("1", "2020-01-01", "", 2)]
    assert next(iter(found)).line == 2


def test_a_short_episode_inside_a_long_one_ends_nothing(tmp_path: Path) -> None:
    found = periods_of(
        tmp_path,
        episode("1", "01/01/2020", "31/12/2020"),
        episode("1", "01/02/2020", "05/02/2020"),
        episode("1", "01/01/2021", "05/01/2021"),
    )
    assert spans(found) == [("1", "2020-01-01", "2021-01-05", 3)]


@pytest.mark.parametrize(
    "row, words",
    [
        (episode("", "01/01/2020"), "id (CHILD) is blank"),
        (episode("9", "01/01/2020"), "not in the Header"),
        (episode("3", "01/01/2020"), "not in the Header with a date of birth"),
        (episode("1", ""), "DECOM"),
        (episode("1", "soon"), "DECOM"),
        (episode("1", "01/01/1900"), "DECOM"),
        (episode("1", "02/11/2026"), "still to come"),
        (episode("1", "01/01/2020", "soon"), "DEC"),
        (episode("1", "01/01/2020", "31/12/2019"), "before it starts"),
    ],
)
def test_broken_episodes_are_set_aside_word_for_word(tmp_path: Path, row: str, words: str) -> None:
    (aside,) = periods_of(tmp_path, row).quarantine()
    assert (aside.table, aside.raw) == ("Episodes", row)
    assert words in aside.reason


def test_an_episode_left_open_before_a_later_one_is_set_aside(tmp_path: Path) -> None:
    found = periods_of(
        tmp_path, episode("1", "01/01/2020"), episode("1", "01/06/2020", "01/07/2020")
    )
    assert spans(found) == [("1", "2020-06-01", "2020-07-01", 1)]
    (aside,) = found.quarantine()
    assert "later one of this child starts on 01/06/2020" in aside.reason
