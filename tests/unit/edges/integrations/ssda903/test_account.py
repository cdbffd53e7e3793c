"""No row is lost and none is used twice, whatever the rows are."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from heard.edges.integrations.systems.ssda903 import account, loadable, not_used, read_return

from .returns import TODAY, file_of, return_of

ids = st.sampled_from(["1", "2", "a", "A", " a", "", "9", "x" * 70, "=1", "\u202e1"])
days = st.sampled_from(
    [
        *("05/06/2010", "06/06/2010", "01/02/2020", "2020-02-01", "02/02/2020", "1/2/2020"),
        *("", " ", "01/01/1900", "31/04/2020", "01/12/2026", "soon", "31/12/9999"),
    ]
)
codes = st.sampled_from(["PN0", "PN1", "pn1", "PN9", "", "x", "y" * 300])
rest = st.sampled_from(["", ",", ",late", '"'])
header_rows = st.builds("{},{},{},WBRI,,,{}".format, ids, st.sampled_from("FM"), days, rest)
review_rows = st.builds("{},{},{},{}{}".format, ids, days, days, codes, rest)
episode_rows = st.builds("{},{},S,C2,N1,U1,PR1,{},,,,,{}".format, ids, days, days, rest)


@given(
    st.lists(header_rows, max_size=8),
    st.lists(review_rows, max_size=12),
    st.lists(episode_rows, max_size=8),
)
@settings(max_examples=60, deadline=None)
def test_every_row_ends_in_exactly_one_place(
    header: list[str], reviews: list[str], episodes: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        rows = (tuple(header), tuple(reviews), tuple(episodes))
        reading = read_return(return_of(Path(folder), *rows))
    found = loadable(reading, TODAY)
    for line, sent in zip(account(reading, found), rows, strict=True):
        assert line.balances, line
        assert line.rows == line.loaded + line.duplicates + line.quarantined == len(sent)
    assert sum(period.rows for period in found.care_periods) == account(reading, found)[2].loaded


def test_an_account_that_does_not_balance_says_so(tmp_path: Path) -> None:
    reading = read_return(return_of(tmp_path, (), ("1,05/06/2010,01/02/2020,PN1",) * 2))
    found = loadable(reading, TODAY)
    reading.tables["Reviews"] = reading.tables["Reviews"].extend(reading.tables["Reviews"])
    assert (account(reading, found)[1].lost, account(reading, found)[1].balances) == (2, False)


def test_tables_that_nothing_is_loaded_from_are_named(tmp_path: Path) -> None:
    file_of(tmp_path, "m.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END", "1,,M,,")
    assert not_used(read_return(tmp_path)) == {"Missing": 1}


def test_an_empty_return_gives_nothing(tmp_path: Path) -> None:
    reading = read_return(tmp_path)
    found = loadable(reading, TODAY)
    assert [list(stream) for stream in found.streams()] == [[], [], []]
    assert all(line.balances for line in account(reading, found))
