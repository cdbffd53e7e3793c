"""A copy of a story for one named person: what it holds, and what never leaves with it."""

import io
from typing import Any

import pikepdf
import pytest
from django.test import Client

from heard.child.people import operations as people
from heard.child.reviews.operations import record_review
from heard.child.reviews.rules import ChairAnswers
from heard.child.story.presenters import copies
from heard.child.story.presenters.words import called
from heard.child.story.queries.copies import contacts_of_others, copy_for, recipients_of
from heard.child.story.queries.story import story_of
from heard.foundations.audit.models import AuditEvent
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.authority.returns.test_files import structure
from tests.unit.child.feedback.made import given, handed_in, offered
from tests.unit.child.voice.made import said

WHY = "She asked to read it with me"
OPEN, HERS, KEPT, NANS = "I like school", "Only Priya may know", "Not for mum", "She sleeps badly"


def everything_said(cast: Cast) -> None:
    """Theo and Maya and Nan say things for different people."""
    said(cast, words=OPEN, audience="helping", not_parents=False)
    said(cast, words=HERS, audience="worker")
    said(cast, words=KEPT, audience="helping", not_parents=True)
    nan = cast.adults["Nan"].pk
    said(cast, words=NANS, adult=nan, audience="worker", not_parents=False)


def recipient(cast: Cast, name: str) -> copies.Recipient:
    child = cast.children["Maya"]
    return {one.name: one for one in recipients_of(child, called(child), NOON)}[name]


def held(cast: Cast, name: str, maker: str = "Priya") -> set[str]:
    """The words that a copy for this person holds."""
    child, who = cast.children["Maya"], recipient(cast, name)
    found = copy_for(story_of(cast[maker], child, NOON), who, NOON)
    made = copies.copy_of(found, who, contacts_of_others(child, who), TODAY)
    return {e.words for e in (*made.shown["own"], *made.shown["others"])}


CELLS = [
    ("Maya", {OPEN, HERS, KEPT}),
    ("Priya", {OPEN, HERS, KEPT, NANS}),
    ("Dev", {OPEN, KEPT}),
    ("Nan", {OPEN, NANS}),
]


@pytest.mark.parametrize("name, words", CELLS)
def test_a_copy_holds_what_its_recipient_may_see(cast: Cast, name: str, words: set[str]) -> None:
    everything_said(cast)
    assert held(cast, name) == words


def test_friends_hold_their_own_words_alone(cast: Cast) -> None:
    everything_said(cast)
    maya = cast.children["Maya"].pk
    jo = people.add_adult(name="Jo", **SYSTEM).pk
    people.tie(child=maya, adult=jo, kind="network", relation="friend of the family", **SYSTEM)
    assert held(cast, "Jo") == set()


def test_nobody_hands_out_what_they_may_not_see_themselves(cast: Cast) -> None:
    said(cast, words="For Dev", audience="named", named=(cast["Dev"].pk,))
    assert held(cast, "Dev", maker="Priya") == {"For Dev"}
    assert held(cast, "Dev", maker="Ruth") == set()


def test_where_somebody_else_can_be_reached_goes_to_no_other_household(cast: Cast) -> None:
    maya = cast.children["Maya"].pk
    mum = people.add_adult(name="Mum", contact="14 Alder Row", **SYSTEM).pk
    people.tie(child=maya, adult=mum, kind="parent", relation="mum", **SYSTEM)
    said(cast, words="We moved to 14 alder row", not_parents=False)
    said(cast, words="Ring Nan on 07700-900 123", not_parents=False)
    assert held(cast, "Mum") == {"We moved to 14 alder row"}
    assert held(cast, "Nan") == {"Ring Nan on 07700-900 123"}
    assert held(cast, "Maya") == set()


def ask(client: Client, cast: Cast, name: str = "Maya", **more: str) -> Any:
    typed = {"recipient": recipient(cast, name).key, "why": WHY, **more}
    return client.post(f"/children/{cast.children['Maya'].pk}/story/copy/", typed)


def test_the_pdf_is_tagged_and_says_for_whom_it_is(cast: Cast) -> None:
    everything_said(cast)
    answer = ask(client_of(cast["Priya"], stepped_up=True), cast)
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    with pikepdf.open(io.BytesIO(answer.content)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang).lower() == "en-gb"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "The story of Maya"
        assert {"/H1", "/H2", "/H3", "/P", "/BlockQuote"} <= structure(document)
    event = AuditEvent.objects.get(verb="story.copied")
    assert "Maya" in event.data
    assert WHY in event.data
    assert event.child == str(cast.children["Maya"].pk)


def page_of(cast: Cast, name: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the page of which the PDF is made."""
    pages: list[str] = []

    def keep(page: str, **_: object) -> bytes:
        pages.append(page)
        return b"%PDF"

    monkeypatch.setattr(copies.paper, "make", keep)
    assert ask(client_of(cast["Priya"], stepped_up=True), cast, name).status_code == 200
    return pages[0]


@pytest.mark.parametrize("name", ["Maya", "Priya", "Dev", "Nan"])
def test_no_number_no_contact_and_no_word_of_others_is_on_the_page(
    cast: Cast, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything_said(cast)
    handed_in(cast, offered(cast), given("1", 5, "sort of"), audience="worker")
    page = page_of(cast, name, monkeypatch)
    assert f"Made for {name} by Priya on 23 November 2026. Not for anybody else." in page
    assert "very well" not in page
    assert "07700" not in page
    assert ("sort of" in page) == (name in {"Maya", "Priya"})


def test_what_looks_like_an_address_is_read_by_a_person_first(cast: Cast) -> None:
    said(cast, words="We are at 9 Mill Lane now")
    client = client_of(cast["Priya"], stepped_up=True)
    answer = ask(client, cast)
    assert answer.status_code == 422
    assert "9 Mill Lane" in answer.content.decode()
    assert WHY in answer.content.decode()
    assert ask(client, cast, checked="on")["Content-Type"] == "application/pdf"


def test_only_the_worker_and_the_manager_make_copies_and_only_stepped_up(cast: Cast) -> None:
    assert ask(client_of(cast["Priya"]), cast).status_code == 302
    assert ask(client_of(cast["Tom"], stepped_up=True), cast).status_code == 404
    assert not AuditEvent.objects.filter(verb="story.copied").exists()


def test_a_copy_needs_a_person_and_a_reason(cast: Cast) -> None:
    client = client_of(cast["Priya"], stepped_up=True)
    answer = ask(client, cast, why="book", recipient="staff-nobody")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Say a little more about why" in page
    assert "book" in page


def test_somebody_who_is_two_things_to_a_child_stands_once_as_the_worker(cast: Cast) -> None:
    record_review(
        child=cast.children["Maya"].pk, plan_type="CIN", held_on=TODAY,
        chair=cast.workers["Priya"].pk, answers=ChairAnswers(there=True), **SYSTEM,
    )  # fmt: skip
    assert recipient(cast, "Priya").what == "worker"
