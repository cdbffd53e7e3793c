"""Law 6: what we write to children, young people and families can be read by them."""

import re
from pathlib import Path

import pytest

from heard.config.reference.reading_age import (
    BANDS,
    HEARD,
    PAGES,
    Measured,
    measured,
    official_wordings,
    reading_age,
)

# Words that are never said to a child (look.md); each with what we say instead.
JARGON = re.compile(
    r"\b(users?|case(?!s? of)|services?|submit|LAC|placements?|siblings?|respite|disclosures?"
    r"|closure|foster placement|service user)\b"
)
# A short sentence with one long word ("Soon we stop working together") measures this much higher.
YEARS_FOR_ONE_SENTENCE = 3
A_CODE = re.compile(r"\b[A-Z]{5}-[A-Z]{5}\b")  # an example of a printed code is no sentence
OTHER_LOOKS = re.compile(r'set look = (?!"staff")|"look":')
FOLDERS = ("feedback/asking", "feedback/family")
# The gallery shows every look to those who build Heard.
NOT_THEIRS = {"foundations/ui/jinja2/ui/gallery/index.html"}
ALL = measured()


@pytest.mark.parametrize("page", ALL, ids=lambda m: m.where)
def test_each_page_is_within_the_reading_age_of_its_band(page: Measured) -> None:
    assert page.age <= BANDS[page.band], page.hardest


@pytest.mark.parametrize("page", ALL, ids=lambda m: m.where)
def test_no_sentence_hides_behind_easier_ones(page: Measured) -> None:
    """A page is measured as a whole; one sentence may not ask for much more than that."""
    words = [s for s in page.sentences if not A_CODE.search(s)]
    most = BANDS[page.band] + YEARS_FOR_ONE_SENTENCE
    assert not [s for s in words if reading_age([s]) > most]


@pytest.mark.parametrize("page", ALL, ids=lambda m: m.where)
def test_no_page_says_a_word_of_the_office(page: Measured) -> None:
    assert not [s for s in page.sentences if JARGON.search(s)]


def test_every_page_of_another_look_is_measured() -> None:
    """Walks every template: one that children or families read and that is not measured fails."""
    listed = {str(p.relative_to(HEARD)) for pattern in PAGES for p in HEARD.glob(pattern)}
    theirs = {
        str(path.relative_to(HEARD))
        for path in HEARD.rglob("*.html")
        if OTHER_LOOKS.search(path.read_text()) or any(f in str(path) for f in FOLDERS)
    }
    assert theirs
    assert not theirs - listed - NOT_THEIRS


def test_beneath_every_official_wording_stands_a_simpler_one() -> None:
    wordings = list(official_wordings())
    assert len(wordings) >= 24
    hard = [w for w in wordings if not w[2] or reading_age([w[2]]) > BANDS["child"]]
    assert not hard


def test_the_measure_measures() -> None:
    assert reading_age(["I like my dog.", "He is a good dog."]) < 6
    assert reading_age(["Multi-agency safeguarding arrangements necessitate co-operation."]) > 16


def test_pages_are_where_the_list_says() -> None:
    assert all(any(HEARD.glob(pattern)) for pattern in PAGES)
    assert Path(HEARD / "child").is_dir()
