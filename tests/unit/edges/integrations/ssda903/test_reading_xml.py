"""The XML form of the return, and XML that is made to hurt."""

import time
from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssda903 import Reading, read_return
from heard.edges.integrations.tables.limits import Limits

RETURN = """<?xml version='1.0' encoding='us-ascii'?>
<EXPSSDA903>
 <CHILD>
  <HEADER>
   <CHILDID>947390</CHILDID><SEX>1</SEX><DOB>02/03/2013</DOB><ETHNIC>BOTH</ETHNIC>
   <UASC>1</UASC><DUC>15/12/2029</DUC>
   <AREVIEW><REVIEW>28/01/2016</REVIEW><REVIEW_CODE>PN3</REVIEW_CODE></AREVIEW>
   <AREVIEW><REVIEW>14/04/2016</REVIEW></AREVIEW>
   <MOTHER/>
   <AMISSING><MISSING>M</MISSING><MIS_START>01/02/2016</MIS_START></AMISSING>
   <OC2><SDQ_SCORE>4</SDQ_SCORE></OC2>
   <SW><SW_ID>W1</SW_ID><SW_DECOM>01/02/2016</SW_DECOM></SW>
   <IN_TOUCH>YES</IN_TOUCH>
   <OTHER><THING>1</THING></OTHER>
  </HEADER>
  <EPISODE><DECOM>11/11/2016</DECOM><LS>V3</LS><PL>A3</PL><DEC/></EPISODE>
 </CHILD>
</EXPSSDA903>
"""


def read(folder: Path, text: str | bytes, limits: Limits | None = None) -> Reading:
    (folder / "r.xml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_return(folder, limits)


def test_every_group_of_a_child_becomes_a_row_of_its_table(tmp_path: Path) -> None:
    reading = read(tmp_path, RETURN)
    assert {name: frame.height for name, frame in reading.tables.items()} == {
        "Header": 1,
        "Episodes": 1,
        "Reviews": 2,
        "UASC": 1,
        "OC2": 1,
        "OC3": 1,
        "Missing": 1,
        "SWEpisodes": 1,
    }
    assert reading.notes == ["r.xml has groups that no table of the return is, passed over: OTHER."]


def test_rows_take_the_child_from_the_header_and_know_their_line(tmp_path: Path) -> None:
    reviews = read(tmp_path, RETURN).table("Reviews")
    assert reviews.select("CHILD", "DOB", "REVIEW", "REVIEW_CODE", "line").rows() == [
        ("947390", "02/03/2013", "28/01/2016", "PN3", 7),
        ("947390", "02/03/2013", "14/04/2016", None, 8),
    ]


def test_place_and_child_are_renamed_as_in_the_csv(tmp_path: Path) -> None:
    episode = read(tmp_path, RETURN).table("Episodes").row(0, named=True)
    assert (episode["CHILD"], episode["PLACE"], episode["DEC"]) == ("947390", "A3", None)


def test_line_numbers_stay_right_in_a_long_file(tmp_path: Path) -> None:
    group = "   <AREVIEW>\n    <REVIEW>28/01/2016</REVIEW>\n   </AREVIEW>\n"
    text = "<EXPSSDA903><CHILD><HEADER>\n" + group * 30_000 + "</HEADER></CHILD></EXPSSDA903>"
    assert read(tmp_path, text).table("Reviews")["line"].max() == 2 + 3 * 29_999


def test_a_namespace_or_utf16_changes_nothing(tmp_path: Path) -> None:
    text = RETURN.replace("<EXPSSDA903>", "<EXPSSDA903 xmlns='urn:x'>").replace(
        "us-ascii", "utf-16"
    )
    assert read(tmp_path, text.encode("utf-16")).table("Reviews").height == 2


def test_a_field_that_stands_twice_sets_the_row_aside(tmp_path: Path) -> None:
    text = RETURN.replace("<REVIEW>14/04/2016", "<REVIEW>13/04/2016</REVIEW><REVIEW>14/04/2016")
    reading = read(tmp_path, text)
    assert [(bad.table, bad.line) for bad in reading.bad_rows] == [("Reviews", 8)]
    assert reading.table("Reviews").height == 1


def test_other_xml_is_passed_over(tmp_path: Path) -> None:
    reading = read(tmp_path, "<Message><Children/></Message>")
    assert (reading.tables, reading.refused) == ({}, [])
    assert "first element is Message" in reading.notes[0]


def test_a_file_that_stops_in_the_middle_loads_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, RETURN[: RETURN.index("<OC2>")])
    assert reading.tables == {}
    assert "stops in the middle, at line 11" in reading.refused[0].reason


def test_broken_xml_says_where(tmp_path: Path) -> None:
    reason = read(tmp_path, RETURN.replace("</SEX>", "</SX>")).refused[0].reason
    assert "breaks at line 5" in reason


LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(12)
)
PARAMETERS = "<!ENTITY % a 'x'>" + "".join(
    f"<!ENTITY % a{n} '%a{n - 1 if n else ''};%a{n - 1 if n else ''};'>" for n in range(3)
)


@pytest.mark.parametrize(
    "subset",
    [
        LAUGHS,
        PARAMETERS,
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY % x SYSTEM "http://192.0.2.1/x.dtd"> %x;',
        "",
    ],
)
def test_a_document_type_is_refused_before_anything_in_it_counts(
    tmp_path: Path, subset: str
) -> None:
    text = RETURN.replace("\n<EXPSSDA903>", f"\n<!DOCTYPE EXPSSDA903 [{subset}]>\n<EXPSSDA903>")
    begun = time.perf_counter()
    reading = read(tmp_path, text.replace("947390", "&l11;"))
    assert time.perf_counter() - begun < 1
    assert reading.tables == {}
    assert "Line 2 declares a document type" in reading.refused[0].reason


def test_an_external_document_type_is_refused(tmp_path: Path) -> None:
    text = RETURN.replace(
        "\n<EXP", '\n<!DOCTYPE EXPSSDA903 SYSTEM "http://192.0.2.1/a.dtd">\n<EXP', 1
    )
    assert "document type" in read(tmp_path, text).refused[0].reason


def test_an_entity_without_a_document_type_is_no_xml(tmp_path: Path) -> None:
    assert "breaks at line 5" in read(tmp_path, RETURN.replace("947390", "&x;")).refused[0].reason


def test_an_error_page_under_the_name_of_a_return_is_called_one(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><body>Sign in</body></html>"
    assert "web page" in read(tmp_path, page).refused[0].reason


def test_endless_text_and_endless_depth_are_refused(tmp_path: Path) -> None:
    long = RETURN.replace("947390", "9" * 70_000)
    assert "Line 5 is longer than 64 KB" in read(tmp_path, long).refused[0].reason
    deep = "<EXPSSDA903>" + "<CHILD>" * 5_000
    assert "deeper than any" in read(tmp_path, deep).refused[0].reason


def test_the_size_limit_holds_for_xml(tmp_path: Path) -> None:
    assert "limit is 99 bytes" in read(tmp_path, RETURN, Limits(file_bytes=99)).refused[0].reason


def test_names_with_markup_in_them_are_text(tmp_path: Path) -> None:
    text = RETURN.replace("947390", "&lt;script&gt;&#x202E;<![CDATA[<b>]]>")
    assert read(tmp_path, text).table("Header")["CHILD"].item() == "<script>\u202e<b>"
