"""What a text means by itself: official wordings, live forms, and never a guess."""

import pytest

from heard.edges.imports.words_to_codes.known import known_code
from heard.edges.imports.words_to_codes.normalise import normalised
from heard.edges.imports.words_to_codes.wordings import KNOWN
from heard.kernel.codes import SSDA903_CODES, VOICE_CODES

LIVE = {
    "PN4 - child attends; does not speak for themselves/convey their views": "PN4",
    "PN6 - child does not attend but conveys their feelings to the conference": "PN6",
    "PN7 - child does not attend nor convey their view to the conference": "PN7",
    "Child aged under 4 at time of meeting": "PN0",
    "Child/young person attends virtually or physically to a whole or part of a meeting and speaks "
    "for him or herself": "PN1",
    "pn 1": "PN1",
    "PN1": "PN1",
    " pn-3. ": "PN3",
    "PN2 \u2013 CHILD ATTENDS  AND AN ADVOCATE SPEAKS FOR THEM": "PN2",
    "child attends and speaks for themselves (PN1)": "PN1",
    "SSD_PH": "",
    "PLACEHOLDER_DATA": "",
    "   ": "",
}


@pytest.mark.parametrize(("text", "code"), LIVE.items())
def test_wordings_of_live_forms_are_known(text: str, code: str) -> None:
    assert known_code(text) == code


@pytest.mark.parametrize("code", SSDA903_CODES)
def test_official_wordings_are_known_alone_with_their_code_and_cut_off(code: str) -> None:
    words = SSDA903_CODES[code]
    for text in (words, f"{code} - {words}", f"{code}: {words.upper()}", words[:100]):
        assert known_code(text) == code
    assert known_code(f"{code} - {words}"[:100]) == code


@pytest.mark.parametrize(
    "text",
    [
        "PN1 - child attends and an advocate speaks for them",  # the code and the words differ
        "PN2 attends and gives views in a non-verbal way",  # the same code in the list of 2023
        "PN4 something else",
        "PN8",
        "PN9",
        "PN",
        "child attends and speaks for themself well",
        "Child attends",
        "yes",
        "Child physically attends",
        "x" * 100,
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert known_code(text) is None


def test_the_list_of_2023_is_never_taken_for_the_statutory_one() -> None:
    for code, words in VOICE_CODES.items():
        for text in (words, f"{code} {words}", f"{code} - {words}"):
            assert known_code(text) is None


def test_no_wording_belongs_to_two_codes() -> None:
    assert len(KNOWN) > 50
    assert set(KNOWN.values()) == set(SSDA903_CODES)
    assert all(key == normalised(key) for key in KNOWN)
    for key, code in KNOWN.items():
        assert known_code(key) == code
