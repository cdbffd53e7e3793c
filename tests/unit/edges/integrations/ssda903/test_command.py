"""The command: what goes to which stream, and the exit status."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssda903 import RULES, run_check

from .returns import HEADER, REVIEWS, child, episode, file_of, return_of

REVIEW = "1,05/06/2010,01/02/2020,PN0"


def run(path: Path, as_json: bool = True) -> tuple[int, str, str]:
    stdout, stderr = io.StringIO(), io.StringIO()
    return run_check(path, as_json, stdout, stderr), stdout.getvalue(), stderr.getvalue()


def test_failing_rows_are_counted_and_the_status_is_0(tmp_path: Path) -> None:
    folder = return_of(tmp_path, (child("1"),), (REVIEW,), (episode("1", "01/01/2019"),))
    status, out, err = run(folder)
    assert (status, err) == (0, "")
    assert json.loads(out) == dict.fromkeys(RULES, 0) | {"440": 1}
    assert out.count("\n") == 1


def test_what_is_noted_goes_to_standard_error(tmp_path: Path) -> None:
    return_of(tmp_path, reviews=(REVIEW, "1,05/06/2010"))
    file_of(tmp_path, "minutes.txt", "Hello")
    status, out, err = run(tmp_path)
    assert (status, json.loads(out)["440"]) == (0, 1)
    assert "minutes.txt is passed over" in err
    assert "reviews.csv line 3 is not counted" in err
    assert "Rule 399 is not looked at: there is no Episodes and no Header." in err


def test_in_words_each_rule_has_its_line(tmp_path: Path) -> None:
    _, out, _ = run(return_of(tmp_path, reviews=(REVIEW,)), as_json=False)
    assert out.startswith("1 reviews were checked against 4 rules.")
    assert [line.split()[0] for line in out.splitlines()[2:]] == list(RULES)
    assert "not looked at" in out


@pytest.mark.parametrize(
    "lines, words",
    [
        (("Hello",), "No Reviews, Header or Episodes"),
        ((HEADER, child("1")), "No Reviews are at"),
        (("CHILD,DOB,REVIEW", "1,2,3"), "REVIEW_CODE"),
        (('<!DOCTYPE EXPSSDA903 [<!ENTITY a "b">]>', "<EXPSSDA903/>"), "document type"),
    ],
)
def test_bad_input_is_said_in_words_with_status_1(
    tmp_path: Path, lines: tuple[str, ...], words: str
) -> None:
    file_of(tmp_path, "r.csv", *lines)
    status, out, err = run(tmp_path)
    assert (status, out) == (1, "")
    assert words in err


def test_no_such_path_is_said_in_words_with_status_1(tmp_path: Path) -> None:
    status, out, err = run(tmp_path / "nowhere")
    assert (status, out) == (1, "")
    assert "there is nothing of that name" in err


def test_half_a_count_is_not_given(tmp_path: Path) -> None:
    return_of(tmp_path, (child("1"),), (REVIEW,))
    file_of(tmp_path, "e.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER", "1,,,,,,")
    status, out, err = run(tmp_path)
    assert (status, out) == (1, "")
    assert "Nothing is counted: e.csv may hold part" in err


def test_a_broken_file_of_a_table_that_no_rule_uses_does_not_stop_the_count(
    tmp_path: Path,
) -> None:
    return_of(tmp_path, reviews=(REVIEW,))
    file_of(tmp_path, "m.csv", "CHILD,DOB,MISSING,MIS_START", "1,,,")
    status, _, err = run(tmp_path)
    assert status == 0
    assert "m.csv is refused" in err


def test_names_from_a_file_can_do_nothing_to_a_terminal(tmp_path: Path) -> None:
    columns = ",".join(f"C{n}\x1b[2J\u202e" for n in range(2_000))
    file_of(tmp_path, "\x1b[31mr.csv", f"{REVIEWS},{columns}", REVIEW + "," * 2_000)
    status, _, err = run(tmp_path)
    assert status == 0
    assert "?[31mr.csv has columns" in err
    assert "and 1990 more" in err
    assert not {"\x1b", "\u202e"} & set(err)


def test_xml_and_csv_give_the_same_counts(tmp_path: Path) -> None:
    xml = (
        "<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><DOB>05/06/2010</DOB><AREVIEW>"
        "<REVIEW>01/02/2020</REVIEW><REVIEW_CODE>PN0</REVIEW_CODE></AREVIEW></HEADER>"
        "</CHILD></EXPSSDA903>"
    )
    as_xml = run(file_of(tmp_path, "r.xml", xml))
    as_csv = run(file_of(tmp_path, "r.csv", REVIEWS, REVIEW))
    assert json.loads(as_xml[1]) == json.loads(as_csv[1])


def test_checking_needs_no_django() -> None:
    code = (
        "import sys; import heard.edges.integrations.systems.ssda903; "
        "sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
