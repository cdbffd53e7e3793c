"""The authority's own dictionary: the last decision counts, and it goes before what is known."""

from datetime import timedelta

import polars as pl
import pytest

from heard.edges.imports.models import MappedWords, WordsOfReview
from heard.edges.imports.words_to_codes import Meant, code_for, keep_words, with_codes
from heard.edges.imports.words_to_codes.normalise import normalised
from heard.foundations.audit.guard import writing_allowed
from heard.kernel.ids import uuid7
from tests.cast import NOON

pytestmark = pytest.mark.django_db
TEXT = "Came along, spoke up!"


def decide(text: str, scheme: str, code: str, minutes: int = 0, source: str = "ssd") -> None:
    at = NOON + timedelta(minutes=minutes)
    said = {"scheme": scheme, "code": code, "decided_by": "Olu", "decided_at": at}
    with writing_allowed("test"):
        MappedWords.objects.create(source=source, key=normalised(text), written=text, **said)


def test_a_text_that_nobody_knows_stays_its_own() -> None:
    assert code_for("ssd", "  Came   along,\nspoke up! ") == Meant("local", TEXT)
    assert code_for("ssd", "PN4") == ("ssda903", "PN4")
    assert code_for("ssd", "SSD_PH") == ("", "")


def test_the_last_decision_counts_for_its_source_only() -> None:
    decide(TEXT, "ssda903", "PN1")
    assert code_for("ssd", "CAME ALONG \u2013 SPOKE UP") == ("ssda903", "PN1")
    assert code_for("ssda903", TEXT) == ("local", TEXT)
    decide(TEXT, "voice-2023", "PN2", minutes=1)
    assert code_for("ssd", TEXT) == ("voice-2023", "PN2")
    decide(TEXT, "local", "", minutes=2)
    assert code_for("ssd", TEXT) == ("local", TEXT)
    decide(TEXT, "", "", minutes=3)
    assert code_for("ssd", TEXT) == ("", "")


def test_a_decision_goes_before_what_heard_knows() -> None:
    decide("PN4", "voice-2023", "PN4")
    assert code_for("ssd", "pn 4") == ("voice-2023", "PN4")


def test_a_long_text_is_one_text() -> None:
    long = "word " * 100
    decide(" ".join(long.split())[:200], "ssda903", "PN3")
    assert code_for("ssd", long) == ("ssda903", "PN3")


def test_frames_get_codes_and_the_reason_that_pn8_needs() -> None:
    decide("Chair: too ill", "voice-2023", "PN8")
    rows = pl.DataFrame({"text": ["Chair: too ill", None, "PN1", "?!", "Odd", "PN1"]})
    found = with_codes(rows, "ssd")
    assert found["scheme"].to_list() == ["voice-2023", "", "ssda903", "local", "local", "ssda903"]
    assert found["code"].to_list() == ["PN8", "", "PN1", "?!", "Odd", "PN1"]
    assert found["reason"].to_list() == ["Chair: too ill", "", "", "", "", ""]


def test_words_are_kept_where_they_are_more_than_a_code() -> None:
    known = "PN4 - child attends; does not speak for themselves/convey their views"
    decide("yes", "ssda903", "PN1")
    texts = ["PN1", None, known, "yes", "", "nobody knows this"]
    ids = [uuid7().hex for _ in texts]
    with writing_allowed("test"):
        keep_words(pl.DataFrame({"review": ids, "text": texts}), "ssd")
    kept = WordsOfReview.objects.order_by("key")
    assert [row.key for row in kept] == [normalised(known), "yes"]
    assert kept[0].review.hex == ids[2]
    assert kept[0].written == known
