"""Two schemes with the same names and different meanings."""

from datetime import date

import pytest

from heard.kernel import codes
from heard.kernel.codes import meaning, to_ssda903, to_voice

BORN = date(2020, 2, 29)
AT_FOUR = date(2024, 2, 29)
CONVERSIONS = [
    ("PN1", "PN1"),
    ("PN2", "PN3"),
    ("PN3", "PN2"),
    ("PN4", "PN6"),
    ("PN5", "PN4"),
    ("PN6", "PN5"),
]


@pytest.mark.parametrize("old, new", CONVERSIONS)
def test_the_older_scheme_is_converted_and_back(old, new):
    assert to_voice("ssda903", old) == new
    assert meaning("ssda903", old) == meaning("voice-2023", new) == new
    assert to_ssda903([("voice-2023", new)], AT_FOUR, BORN).code == old


@pytest.mark.parametrize("code", ["PN0", "PN7"])
def test_pn0_and_pn7_of_the_older_scheme_cannot_be_converted(code):
    assert to_voice("ssda903", code) is None
    assert meaning("ssda903", code) == f"ssda903:{code}"
    assert meaning("ssda903", code) != meaning("voice-2023", code)


def test_text_of_a_system_is_not_coded_and_is_kept_apart():
    assert to_voice("local", "PN1") is None
    assert meaning("local", "PN1") == "local:PN1"
    assert meaning("local", "") == meaning("voice-2023", "") == meaning("", "") == ""
    assert len(meaning("local", "x" * 200)) == 80


def test_each_scheme_knows_its_own_codes():
    assert codes.known("voice-2023", "PN8")
    assert not codes.known("voice-2023", "PN0")
    assert codes.known("ssda903", "PN0")
    assert not codes.known("ssda903", "PN8")
    assert codes.known("local", "anything")
    assert codes.known("", "")
    assert not codes.known("", "PN1")


def test_every_code_has_words_and_no_two_schemes_share_them():
    assert list(codes.VOICE_CODES) == [f"PN{number}" for number in range(1, 9)]
    assert list(codes.SSDA903_CODES) == [f"PN{number}" for number in range(8)]
    for code in codes.VOICE_CODES.keys() & codes.SSDA903_CODES.keys():
        assert codes.words_of("voice-2023", code) != codes.words_of("ssda903", code)


@pytest.mark.parametrize(
    "rows",
    [
        [("", "")],
        [("voice-2023", "PN8")],
        [("ssda903", "PN1"), ("ssda903", "PN2")],
        [("local", "?")],
    ],
)
def test_before_the_4th_birthday_it_is_pn0_whatever_was_recorded(rows):
    assert to_ssda903(rows, date(2024, 2, 28), BORN) == ("PN0", "903-under-4", "", "")


def test_on_the_4th_birthday_the_code_counts():
    assert to_ssda903([("voice-2023", "PN1")], AT_FOUR, BORN).code == "PN1"
    assert to_ssda903([("voice-2023", "PN1")], date(2020, 1, 1), None).code == "PN1"


def test_a_code_of_the_older_scheme_stands_as_it_is():
    assert to_ssda903([("ssda903", "PN0")], AT_FOUR, BORN).code == "PN0"
    assert to_ssda903([("ssda903", "PN7")], AT_FOUR, BORN).code == "PN7"
    assert to_ssda903([("voice-2023", "PN6"), ("ssda903", "PN4")], AT_FOUR, BORN).code == "PN4"


def test_pn7_and_pn8_become_pn7_and_only_pn8_warns():
    assert to_ssda903([("voice-2023", "PN7")], AT_FOUR, BORN)[:3] == ("PN7", "903-converted", "")
    sent = to_ssda903([("voice-2023", "PN8")], AT_FOUR, BORN)
    assert sent.code == "PN7"
    assert "PN8" in sent.warning


@pytest.mark.parametrize(
    "rows, rule",
    [
        ([("", "")], "903-no-code"),
        ([("local", "Attended")], "903-no-code"),
        ([("voice-2023", "PN1"), ("voice-2023", "PN2")], "903-conflict"),
        ([("voice-2023", "PN1"), ("", "")], "903-conflict"),
        ([("voice-2023", "PN7"), ("ssda903", "PN7")], "903-conflict"),
    ],
)
def test_no_code_and_conflicts_are_left_out_with_an_error(rows, rule):
    sent = to_ssda903(rows, AT_FOUR, BORN)
    assert (sent.code, sent.rule) == (None, rule)
    assert sent.error
