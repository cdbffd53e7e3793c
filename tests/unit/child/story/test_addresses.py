"""Finding where somebody can be reached in what was said."""

import pytest

from heard.child.story.addresses import holds_contact, looks_like_contact

NAN = "07700 900123"
WRITTEN = [
    "07700900123", "07700-900-123", "ring +44 7700 900 123 please", "(07700) 900123.",
    "tel:0 7 7 0 0 9 0 0 1 2 3", "０７７００ ９００１２３",
]  # fmt: skip
HOME = "Flat 2, 14 Alder Row; NM4 7ZZ"


@pytest.mark.parametrize("text", WRITTEN)
def test_a_known_number_is_found_however_it_is_written(text: str) -> None:
    assert holds_contact(text, [NAN])


@pytest.mark.parametrize("text", ["I live at 14 ALDER  ROW", "nm47zz", "14, Alder-Row!", "NM4 7zz"])
def test_a_known_address_is_found_by_any_of_its_parts(text: str) -> None:
    assert holds_contact(text, [HOME])


@pytest.mark.parametrize("text", ["I am 14", "Flat as a pancake", "07700 900456", ""])
def test_nothing_is_found_where_nothing_is(text: str) -> None:
    assert not holds_contact(text, [NAN, HOME])


@pytest.mark.parametrize(
    "text", ["nm4 7zz", "my number is 07700 900456", "jo@cafe.example", "we are at 9 Mill Lane now"]
)
def test_what_looks_like_a_contact_is_for_a_person_to_read(text: str) -> None:
    assert looks_like_contact(text)


@pytest.mark.parametrize(
    "text", ["I was born in 2017", "3 cats and 2 dogs", "I want to see my cousins", "on 23 11 2026"]
)
def test_ordinary_words_are_let_through(text: str) -> None:
    assert not looks_like_contact(text)
