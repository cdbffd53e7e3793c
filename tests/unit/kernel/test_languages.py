"""Languages: their codes, what they are called, and which way they are read."""

import pytest

from heard.kernel.languages import LANGUAGES, direction, is_known, name_of, names_of


@pytest.mark.parametrize("code", ["cy", "so", "ar", "en-GB", "pa-Arab", "zh-Hant-HK", "kri"])
def test_codes_of_languages_are_known(code: str) -> None:
    assert is_known(code)


@pytest.mark.parametrize(
    "code", ["", "xx", "CY", "cy ", "cy\n", "welsh", "cy-", "en-gb", "cy-Latn-GB-x", "e" * 70]
)
def test_what_is_no_code_of_the_list_is_not_known(code: str) -> None:
    assert not is_known(code)
    assert direction(code) == "ltr"


def test_every_language_has_a_code_and_a_name_of_its_own() -> None:
    assert len(LANGUAGES) > 90
    assert all(is_known(code) and english.strip() for code, (english, _) in LANGUAGES.items())
    english = [name for name, _ in LANGUAGES.values()]
    assert len(set(english)) == len(english)


def test_the_script_says_which_way_it_is_read() -> None:
    leftward = [code for code in LANGUAGES if direction(code) == "rtl"]
    assert {"ar", "ur", "fa", "ps", "ckb", "he"} <= set(leftward)
    assert not {"en", "cy", "so", "ti", "pa", "bn"} & set(leftward)
    assert [direction(code) for code in ("pa-Arab", "ku-Arab", "az-Arab-IR")] == ["rtl"] * 3
    assert direction("ur-Latn") == "ltr"


def test_names_of_languages() -> None:
    assert names_of("cy") == "Welsh – Cymraeg"
    assert names_of("ar") == "Arabic – العربية"
    assert names_of("en-GB") == name_of("en-GB") == "English"
    assert name_of("pa-Arab") == "Panjabi, pa-Arab"
    assert name_of("from an older file") == "from an older file"
