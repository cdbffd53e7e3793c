"""Reviews out, in CSV and XML: the same bytes each time, and the same rows when read back."""

import datetime
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heard.edges.integrations.systems.ssda903 import ReviewRow, read_return, write_csv, write_xml

BORN, DAY = datetime.date(2010, 6, 5), datetime.date(2020, 2, 1)
FIRST = ReviewRow("A1", BORN, DAY, "PN1")
ids = st.text("ABCXYZ0189", min_size=1, max_size=20)
days = st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31))
review_rows = st.builds(ReviewRow, ids, days, days, st.sampled_from([f"PN{n}" for n in range(8)]))


def written(write: object, rows: list[ReviewRow]) -> bytes:
    out = io.BytesIO()
    assert write(rows, out) == []  # type: ignore[operator]
    return out.getvalue()


def test_csv_is_the_statutory_table() -> None:
    later = FIRST._replace(day=datetime.date(2020, 3, 9), code="PN7")
    assert written(write_csv, [later, FIRST]) == (
        b"CHILD,DOB,REVIEW,REVIEW_CODE\r\n"
        b"A1,05/06/2010,01/02/2020,PN1\r\nA1,05/06/2010,09/03/2020,PN7\r\n"
    )


def test_xml_has_one_child_with_its_reviews() -> None:
    later = FIRST._replace(day=datetime.date(2020, 3, 9), code="PN7")
    text = written(write_xml, [later, FIRST]).decode()
    assert text.count("<CHILD>") == 1
    assert text.index("<CHILDID>A1</CHILDID>") < text.index("<DOB>05/06/2010</DOB>")
    assert text.index("01/02/2020") < text.index("09/03/2020")


@pytest.mark.parametrize("write", [write_csv, write_xml])
@given(rows=st.lists(review_rows, max_size=20))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_back(tmp_path: Path, write: object, rows: list[ReviewRow]) -> None:
    data = written(write, rows)
    assert data == written(write, rows[::-1])
    path = tmp_path / "out"
    path.write_bytes(data)
    reading = read_return(path)
    assert (reading.refused, reading.bad_rows) == ([], [])
    back = reading.table("Reviews").select("CHILD", "DOB", "REVIEW", "REVIEW_CODE").rows()
    assert back == [
        (row.child, f"{row.born:%d/%m/%Y}", f"{row.day:%d/%m/%Y}", row.code) for row in sorted(rows)
    ]


@pytest.mark.parametrize(
    "row, words",
    [
        (FIRST._replace(child="1" * 21), "longer than the 20"),
        (FIRST._replace(child="=1+1"), "letters and digits"),
        (FIRST._replace(child="É1"), "letters and digits"),
        (FIRST._replace(child="A1\n"), "letters and digits"),
        (FIRST._replace(child=""), "no id"),
        (FIRST._replace(born=None), "no date of birth"),
        (FIRST._replace(code="PN8"), "PN0 to PN7"),
        (FIRST._replace(code=""), "PN0 to PN7"),
    ],
)
@pytest.mark.parametrize("write", [write_csv, write_xml])
def test_what_the_format_cannot_hold_is_handed_back(
    write: object, row: ReviewRow, words: str
) -> None:
    out = io.BytesIO()
    ((unwritten, reason),) = write([row, FIRST], out)  # type: ignore[operator]
    assert unwritten == row
    assert words in reason
    assert b"A1" in out.getvalue()
    assert out.getvalue().count(b"01/02/2020") == 1


def test_early_years_keep_four_digits() -> None:
    assert b"05/06/0090" in written(write_csv, [FIRST._replace(born=datetime.date(90, 6, 5))])


def test_nothing_to_write_is_an_empty_table() -> None:
    assert written(write_csv, []) == b"CHILD,DOB,REVIEW,REVIEW_CODE\r\n"
    assert b"EXPSSDA903" in written(write_xml, [])
