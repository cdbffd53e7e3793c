"""The eight rules, each at its edges, as the collection's validator has them."""

from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssda903 import (
    RULES,
    check,
    failing,
    not_looked_at,
    read_return,
)

from .returns import EPISODES, HEADER, child, episode, file_of, return_of

IN_CARE = (episode("1", "01/01/2019"),)


def broken(folder: Path, *reviews: str, header: tuple[str, ...] = (child("1"),)) -> set[str]:
    counts = check(read_return(return_of(folder, header, reviews, IN_CARE)))
    return {rule for rule, count in counts.items() if count}


@pytest.mark.parametrize(
    "day, fails",
    [
        ("01/02/2020", False),
        ("1/2/2020", False),
        ("", True),
        ("2020-02-01", True),
        ("30/02/2020", True),
        ("01/02/20", True),
        ("01/02/2020 ", True),
        ("01/ 2/2020", True),
        ("21/09/1677", True),
    ],
)
def test_166_the_day_is_a_date(tmp_path: Path, day: str, fails: bool) -> None:
    assert ("166" in broken(tmp_path, f"1,05/06/2010,{day},PN1")) == fails


@pytest.mark.parametrize(
    "day, code, fails",
    [
        ("01/02/2020", "PN0", False),
        ("01/02/2020", "pn7", False),
        ("01/02/2020", "PN8", True),
        ("01/02/2020", "PN9", True),
        ("01/02/2020", " PN1", True),
        ("01/02/2020", "", True),
        ("", "PN1", True),
        ("", "", False),
        ("no date", "PN1", False),
    ],
)
def test_167_the_code_is_one_of_the_list(tmp_path: Path, day: str, code: str, fails: bool) -> None:
    assert ("167" in broken(tmp_path, f"1,05/06/2010,{day},{code}")) == fails


@pytest.mark.parametrize(
    "born, day, under_4_fails, over_4_fails",
    [
        ("05/06/2016", "04/06/2020", False, True),
        ("05/06/2016", "05/06/2020", False, False),
        ("05/06/2016", "06/06/2020", True, False),
        ("29/02/2016", "28/02/2020", False, True),
        ("29/02/2016", "29/02/2020", False, False),
        ("29/02/2096", "28/02/2100", False, False),
        ("29/02/2096", "01/03/2100", True, False),
        ("", "06/06/2020", False, False),
    ],
)
def test_440_and_441_around_the_fourth_birthday(
    tmp_path: Path, born: str, day: str, under_4_fails: bool, over_4_fails: bool
) -> None:
    assert ("440" in broken(tmp_path, f"1,{born},{day},PN0")) == under_4_fails
    assert ("441" in broken(tmp_path, f"1,{born},{day},PN4")) == over_4_fails
    assert not {"440", "441"} & broken(tmp_path, f"1,{born},{day},PN8")


@pytest.mark.parametrize(
    "statuses, review, mother, fails",
    [
        (("V3", "V4"), "1,05/06/2010,01/02/2020,PN1", "", True),
        (("v4",), "1,05/06/2010,01/02/2020,", "", True),
        (("V4",), "1,05/06/2010,,PN1", "", True),
        (("V4", "C2"), "1,05/06/2010,01/02/2020,PN1", "", False),
        (("V4", ""), "1,05/06/2010,01/02/2020,PN1", "", False),
        (("V4",), "1,05/06/2010,,", "", False),
        (("V4",), "1,05/06/2010,,", "0", True),
    ],
)
def test_399_short_breaks_have_no_reviews(
    tmp_path: Path, statuses: tuple[str, ...], review: str, mother: str, fails: bool
) -> None:
    episodes = tuple(episode("1", "01/01/2019", status=status) for status in statuses)
    folder = return_of(tmp_path, (child("1", mother=mother),), (review,), episodes)
    assert check(read_return(folder))["399"] == int(fails)


def test_1012_int08_and_int17_compare_with_the_other_tables(tmp_path: Path) -> None:
    folder = return_of(
        tmp_path,
        (child("a", "05/06/2010"), child("b", "05/06/2010"), child("b", "06/06/2010"), child("d")),
        (
            "A,05/06/2010,01/02/2020,PN1",
            "b,05/06/2010,01/02/2020,PN1",
            "c,05/06/2010,01/02/2020,PN1",
            "d,,01/02/2020,PN1",
            ",05/06/2010,01/02/2020,PN1",
        ),
        (episode("a", "01/01/2019"), episode("d", "01/01/2019")),
    )
    found = failing(read_return(folder)).select("rule", "line").rows()
    assert found == [
        *(("1012", 3), ("1012", 4), ("1012", 6)),
        *(("INT08", 4), ("INT08", 6), ("INT17", 3)),
    ]


def test_a_blank_child_is_found_among_blank_children_as_there(tmp_path: Path) -> None:
    folder = return_of(
        tmp_path,
        (child(""),),
        (",05/06/2010,01/02/2020,PN1",),
        (episode("", "01/01/2019", status="V4"),),
    )
    counts = check(read_return(folder))
    assert {rule: counts[rule] for rule in ("399", "1012", "INT08")} == {
        "399": 0,
        "1012": 0,
        "INT08": 0,
    }


def test_rules_without_their_tables_count_nothing_and_say_so(tmp_path: Path) -> None:
    reading = read_return(return_of(tmp_path, reviews=("1,05/06/2010,01/02/2020,PN0",)))
    counts = check(reading)
    assert {rule: count for rule, count in counts.items() if count} == {"440": 1}
    assert set(not_looked_at(reading)) == {"399", "1012", "INT08", "INT17"}


def test_tables_without_rows_are_looked_at(tmp_path: Path) -> None:
    return_of(tmp_path, reviews=("1,05/06/2010,01/02/2020,PN1",))
    file_of(tmp_path, "h.csv", HEADER)
    file_of(tmp_path, "e.csv", EPISODES)
    counts = check(read_return(tmp_path))
    assert (counts["1012"], counts["INT08"], counts["INT17"]) == (1, 1, 0)


def test_failing_rows_name_file_line_and_what_was_sent(tmp_path: Path) -> None:
    reading = read_return(return_of(tmp_path, reviews=("x1,05/06/2010, 1/2/2020,pn0",)))
    assert failing(reading).row(0, named=True) == {
        "rule": "440",
        "file": "reviews.csv",
        "line": 2,
        "row": 0,
        "child": "x1",
        "born": "05/06/2010",
        "review": " 1/2/2020",
        "review_code": "pn0",
    }


def test_a_return_without_reviews_breaks_nothing(tmp_path: Path) -> None:
    reading = read_return(return_of(tmp_path, (child("1"),)))
    assert check(reading) == dict.fromkeys(RULES, 0)
    assert failing(reading).height == 0
