"""Saying what a text means, on the page: Heard learns it, and the reviews change with it."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from heard.child.reviews.models import Review
from heard.edges.imports.models import MappedWords, WordsOfReview
from heard.edges.imports.operations.words import map_words
from heard.edges.imports.words_to_codes import Meant
from heard.edges.imports.words_to_codes.normalise import normalised
from heard.edges.imports.words_to_codes.texts import Text, texts
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.models import AuditEvent
from tests.cast import SYSTEM, Cast
from tests.sign_in import client_of
from tests.unit.edges.imports import returns, small
from tests.unit.edges.imports.doing import load

pytestmark = pytest.mark.django_db
OWN = "Attended, spoke up"
KNOWN = "PN4 - child attends; does not speak for themselves/convey their views"


@pytest.fixture
def olu(cast: Cast) -> Client:
    """Olu, the analyst, signed in."""
    return client_of(cast["Olu"])


def a_return(folder: Path, *codes: str) -> Path:
    """A return with a review of Maya for each code, a day apart."""
    rows = [f'M1,04/03/2017,{day:02}/07/2025,"{code}"' for day, code in enumerate(codes, 1)]
    return returns.write(folder, header=[returns.MAYA], reviews=rows)


def of_return() -> list[tuple[str, str, str]]:
    rows = Review.objects.filter(source="ssda903").order_by("held_on")
    return list(rows.values_list("scheme", "code", "meaning"))


def text_of(cast: Cast, written: str) -> Text:
    found = texts(cast["Olu"], SYSTEM["at"])
    return next(text for text in found if text.key == normalised(written))


def say(client: Client, cast: Cast, written: str, means: str) -> Any:
    address = f"/imports/words/{text_of(cast, written).ref}/"
    return client.post(address, {"means": means}, follow=True)


def test_an_unknown_text_waits_with_days_and_no_names(
    olu: Client, cast: Cast, tmp_path: Path
) -> None:
    load(a_return(tmp_path, OWN, OWN.upper(), "PN1"), "ssda903")
    assert "1 text without a code" in olu.get("/imports/").content.decode()
    listed = olu.get("/imports/words/").content.decode()
    assert "2 reviews, from an SSDA903 return" in listed
    ref = text_of(cast, OWN.upper()).ref
    page = olu.get(f"/imports/words/{ref}/").content.decode()
    assert "2 July 2025 (In our care); 1 July 2025 (In our care)" in page
    assert "speaks for him or herself" in page
    assert ">M1<" not in page
    assert olu.get("/imports/words/nothing/").status_code == 404


def test_deciding_codes_the_reviews_there_are_and_those_that_come(
    olu: Client, cast: Cast, tmp_path: Path
) -> None:
    load(a_return(tmp_path, OWN, "PN1"), "ssda903")
    page = say(olu, cast, OWN, "ssda903:PN1").content.decode()
    assert "1 review that Heard has is changed" in page
    assert "Texts that somebody explained" in page
    assert of_return() == [("ssda903", "PN1", "PN1")] * 2
    assert not load(tmp_path, "ssda903")["changed"]
    load(a_return(tmp_path, OWN, "PN1", f"{OWN}!"), "ssda903")
    assert of_return() == [("ssda903", "PN1", "PN1")] * 3
    assert text_of(cast, OWN).reviews == 2
    event = AuditEvent.objects.filter(verb="reviews.recoded").get()
    assert '"reviews":1' in str(event.data).replace(" ", "").replace("'", '"')


def test_a_changed_decision_reaches_every_review(olu: Client, cast: Cast, tmp_path: Path) -> None:
    load(a_return(tmp_path, OWN, KNOWN), "ssda903")
    say(olu, cast, OWN, "ssda903:PN1")
    say(olu, cast, OWN, "voice-2023:PN2")
    assert of_return()[0] == ("voice-2023", "PN2", "PN2")
    say(olu, cast, OWN, ":")
    assert of_return()[0] == ("", "", "")
    say(olu, cast, OWN, "local:")
    assert of_return()[0] == ("local", OWN, f"local:{OWN}")
    assert MappedWords.objects.count() == 4
    assert not load(tmp_path, "ssda903")["changed"]
    say(olu, cast, KNOWN, "voice-2023:PN4")
    assert of_return()[1] == ("voice-2023", "PN4", "PN4")
    assert not load(tmp_path, "ssda903")["changed"]


def test_pn8_of_2023_takes_the_words_as_its_reason(olu: Client, cast: Cast, tmp_path: Path) -> None:
    load(a_return(tmp_path, "Too ill that week"), "ssda903")
    say(olu, cast, "Too ill that week", "voice-2023:PN8")
    assert Review.objects.get(source="ssda903").reason == "Too ill that week"
    say(olu, cast, "Too ill that week", "ssda903:PN7")
    assert Review.objects.get(source="ssda903").reason == ""


def test_a_code_that_somebody_gave_in_heard_since_is_left_alone(
    olu: Client, cast: Cast, tmp_path: Path
) -> None:
    load(a_return(tmp_path, OWN), "ssda903")
    say(olu, cast, OWN, "ssda903:PN1")
    with writing_allowed("test"):
        Review.objects.filter(source="ssda903").update(
            scheme="voice-2023", code="PN3", meaning="PN3"
        )
    say(olu, cast, OWN, "ssda903:PN5")
    assert of_return() == [("voice-2023", "PN3", "PN3")]


def test_text_of_facts_changes_with_a_decision_and_comes_in_again(
    olu: Client, cast: Cast, tmp_path: Path
) -> None:
    load(small.write(tmp_path))
    say(olu, cast, "attended and spoke", "voice-2023:PN1")
    assert Review.objects.get(authority_review_id="R3").code == "PN1"
    assert not load(tmp_path)["changed"]
    assert WordsOfReview.objects.get().source == "facts"


@pytest.mark.parametrize("means", ["", "ssda903:PN8", "voice-2023:PN0", "local:PN1", "<b>"])
def test_only_a_meaning_of_the_list_is_taken(
    means: str, olu: Client, cast: Cast, tmp_path: Path
) -> None:
    load(a_return(tmp_path, OWN), "ssda903")
    page = say(olu, cast, OWN, means)
    assert page.status_code == 422
    assert 'href="#id_means"' in page.content.decode()
    assert 'id="id_means"' in page.content.decode()
    assert not MappedWords.objects.exists()


def test_a_review_settled_by_the_same_meaning_needs_nobody(cast: Cast, tmp_path: Path) -> None:
    """A text beside a code of the same day is a conflict until it is said to mean the same."""
    rows = [returns.MAYA_SAID, returns.MAYA_SAID.replace("PN1", OWN.replace(",", ""))]
    summary = load(returns.write(tmp_path, header=[returns.MAYA], reviews=rows), "ssda903")
    assert summary["reviews"]["to_settle"] == 2
    plain = OWN.replace(",", "")
    meant = Meant("ssda903", "PN1")
    assert map_words(source="ssda903", text=plain, meant=meant, **SYSTEM) == 1
    assert {meaning for *_, meaning in of_return()} == {"PN1"}
    assert not load(tmp_path, "ssda903")["changed"]


def test_markup_in_a_text_is_shown_as_text(olu: Client, cast: Cast, tmp_path: Path) -> None:
    bad = "<script>alert(1)</script>"
    load(a_return(tmp_path, bad), "ssda903")
    for page in ("/imports/words/", f"/imports/words/{text_of(cast, bad).ref}/"):
        body = olu.get(page).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body
