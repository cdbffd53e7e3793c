"""Wrong, mixed, broken and hostile returns: a clear reason each, nothing lost, no stack trace."""

from pathlib import Path
from typing import Any

import pytest

from heard.child.people.models import Child
from heard.child.reviews.models import Review
from heard.edges.imports.doing import bring_in, in_words
from heard.edges.imports.models import QuarantinedRow
from tests.cast import SYSTEM
from tests.unit.edges.imports.doing import every_row
from tests.unit.edges.imports.returns import HEADS, MAYA, MAYA_SAID, THEO, write
from tests.unit.edges.imports.test_ssda903_loading import adds_up

pytestmark = pytest.mark.django_db
REVIEWS = f"{HEADS['reviews']}\n{MAYA_SAID}\n"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'
    "<!ENTITY c '&b;&b;&b;&b;'>]><EXPSSDA903><CHILD><HEADER><CHILDID>&c;</CHILDID></HEADER>"
    "</CHILD></EXPSSDA903>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><EXPSSDA903>&a;</EXPSSDA903>'

# A file that loads nothing, and part of the reason. Nothing else is sent.
REFUSED = {
    "a missing column": (b"CHILD,DOB,REVIEW\nM1,04/03/2017,01/07/2025\n", "REVIEW_CODE"),
    "another table": (b"name,place\nx,y\n", "Give its CSV files"),
    "nothing": (b"", "Give its CSV files"),
    "a workbook": (b"PK\x03\x04" + b"\0" * 60, "save each sheet as CSV"),
    "a PDF": (b"%PDF-1.7\n", "PDF"),
    "entities": (OUTSIDE.encode(), "document type"),
    "a billion laughs": (LAUGHS.encode(), "document type"),
    "XML that stops": (b"<EXPSSDA903><CHILD><HEADER><CHILDID>M1", "stops in the middle"),
    "XML that is broken": (b"<EXPSSDA903><CHILD></HEADER>", "breaks at line 1"),
    "another XML": (b"<Message><Header/></Message>", "Give its CSV files"),
    "a web page": (b"<!DOCTYPE html><html></html>", "web page"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_a_file_that_cannot_be_read_says_why(case: str, tmp_path: Path) -> None:
    data, words = REFUSED[case]
    (tmp_path / "reviews.csv").write_bytes(data)
    before = every_row()
    summary = bring_in("ssda903", tmp_path, **SYSTEM)
    assert summary["refused"]
    assert words in " ".join(in_words(summary))
    assert every_row() == before


def test_a_line_of_2_gigabytes_is_refused_early(tmp_path: Path) -> None:
    with (tmp_path / "reviews.csv").open("wb") as file:
        file.write(REVIEWS.encode())
        file.truncate(2 * 1024**3)  # sparse: it takes no room
    summary = bring_in("ssda903", tmp_path, **SYSTEM)
    assert summary["refused"]
    assert "limit" in summary["why"]


# What is sent as reviews.csv; all of it loads.
LOADS = {
    "a BOM": b"\xef\xbb\xbf" + REVIEWS.encode(),
    "CRLF": REVIEWS.replace("\n", "\r\n").encode(),
    "UTF-16": REVIEWS.encode("utf-16"),
    "columns in another order": b"REVIEW_CODE,REVIEW,CHILD,DOB\nPN1,01/07/2025,M1,04/03/2017\n",
    "a column more": b"CHILD,DOB,REVIEW,REVIEW_CODE,CHAIR\nM1,04/03/2017,01/07/2025,PN1,Llyr\n",
    "semicolons": REVIEWS.replace(",", ";").encode(),
    "quotation marks": b'CHILD,DOB,REVIEW,REVIEW_CODE\n"M1","04/03/2017","01/07/2025","PN1"\n',
    "no line break at the end": REVIEWS.rstrip().encode(),
    "Windows-1252": b"CHILD,DOB,REVIEW,REVIEW_CODE,NOTE\nM1,04/03/2017,01/07/2025,PN1,Zo\xeb\n",
}


@pytest.mark.parametrize("case", LOADS, ids=str)
def test_what_extracts_look_like_loads(case: str, tmp_path: Path) -> None:
    folder = write(tmp_path, header=[MAYA])
    (folder / "reviews.csv").write_bytes(LOADS[case])
    summary = bring_in("ssda903", folder, **SYSTEM)
    adds_up(summary)
    assert summary["reviews"]["loaded"] == 1
    assert Review.objects.get().code == "PN1"


# (rows of Header, rows of Reviews, part of the reason): nothing of them loads.
SET_ASIDE: dict[str, tuple[list[str], list[str], str]] = {
    "two children with one id": (
        [MAYA, MAYA.replace("2017", "2016")], [], "different dates of birth"
    ),
    "a birth in the future": ([MAYA.replace("2017", "2031")], [], "in the future"),
    "a birth in 1900": ([MAYA.replace("04/03/2017", "01/01/1900")], [], "1900"),
    "31 April": ([MAYA.replace("04/03", "31/04")], [], "is no date"),
    "an American date": ([MAYA.replace("04/03", "03/24")], [], "is no date"),
    "two digits of a year": ([MAYA.replace("2017", "17")], [], "is no date"),
    "an orphan without a birth date": ([], ["X1,,01/07/2025,PN1"], "not in the Header"),
    "a row that stops": ([], ["M1,04/03/2017,01/0"], "stop in the middle"),
    "a quotation mark that stays open": ([], ['"M1,04/03/2017,01/07/2025,PN1'], "quotation mark"),
    "a NUL": ([], ["M1,04/03/2017,01/07/2025,PN1\0"], "NUL"),
    "a mark that turns writing round": ([], ["M1\u202e,04/03/2017,,PN1"], ""),
}  # fmt: skip


@pytest.mark.parametrize("case", SET_ASIDE, ids=str)
def test_a_row_that_cannot_load_is_kept_word_for_word(case: str, tmp_path: Path) -> None:
    header, reviews, words = SET_ASIDE[case]
    folder = write(tmp_path, header=header, reviews=reviews)
    if "stops" in case:
        path = folder / "reviews.csv"
        path.write_text(path.read_text().rstrip("\n"))
    summary = bring_in("ssda903", folder, **SYSTEM)
    adds_up(summary)
    assert not Child.objects.exists()
    kept = QuarantinedRow.objects.order_by("line")
    sent = [row.replace("\0", "\u2400") for row in [*header, *reviews]]
    assert [row.raw for row in kept] == sent
    assert all(words in row.reason for row in kept)


STRANGE = ["=1+1", "@SUM(1)", "-2", "Robert'); DROP TABLE people_child;--", "<script>x</script>",
           "{{7*7}}", "%n%s", "Llŷr", "ليلى", "Z̸̧̀a", "null", "NaN"]  # fmt: skip


@pytest.mark.parametrize("word", STRANGE)
def test_words_that_other_programs_would_run_are_kept_as_they_are(
    word: str, tmp_path: Path
) -> None:
    header = MAYA.replace("M1", word).replace("WBRI", word)
    review = MAYA_SAID.replace("M1", word).replace("PN1", word)
    summary = bring_in("ssda903", write(tmp_path, header=[header], reviews=[review]), **SYSTEM)
    adds_up(summary)
    child = Child.objects.get()
    assert (child.authority_id, child.ethnicity) == (word, word.upper())
    assert (Review.objects.get().code, Review.objects.get().scheme) == (word, "local")


def test_mixed_files_load_what_they_can_and_name_the_rest(tmp_path: Path) -> None:
    folder = write(tmp_path, header=[MAYA, THEO], reviews=[MAYA_SAID])
    (folder / "minutes.csv").write_text("what,when\nx,y\n")
    (folder / "episodes.csv").write_text(HEADS["episodes"].removesuffix(",URN"))
    (folder / "more.csv").write_text(f"{HEADS['reviews']}\nT1,28/02/2011,02/07/2025,PN3\n")
    summary: dict[str, Any] = bring_in("ssda903", folder, **SYSTEM)
    adds_up(summary)
    assert summary["reviews"]["loaded"] == 2
    assert [one["file"] for one in summary["refused_files"]] == ["episodes.csv"]
    notes = " ".join(summary["notes"])
    assert "minutes.csv is passed over" in notes
    assert "joined" in notes
