"""The device in somebody's hands: locked by the page that is for them, until it is given back."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from heard.child.handing.models import Lent
from heard.child.people.operations import allocate
from heard.child.voice.models import Said
from heard.foundations.audit.models import AuditEvent
from heard.kernel.ids import uuid7
from tests.cast import PASSWORD, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.handing.made import HANDS, Hand, closing_of_nan, unlock, word

BACK = "/hand/back/"


@pytest.fixture(autouse=True)
def today(settings: Any) -> None:
    settings.HEARD_TODAY = TODAY.isoformat()


@pytest.fixture(params=HANDS)
def hand(cast: Cast, request: pytest.FixtureRequest) -> Hand:
    return HANDS[request.param](cast)


def handed_over(cast: Cast, hand: Hand, page: str = "") -> Client:
    client = client_of(cast[hand.lender])
    assert client.get(page or hand.first).status_code == 200
    return client


def test_each_page_for_the_person_locks_the_session(cast: Cast, hand: Hand) -> None:
    for page in hand.theirs:
        client = handed_over(cast, hand, page)
        for other in ("/", "/children/", "/account/password/", "/account/logout/", hand.back_to):
            assert client.get(other)["Location"] == hand.first, (page, other)
            assert client.post(other)["Location"] == hand.first, (page, other)


def test_it_stays_locked_and_open_to_them_however_often_they_look(cast: Cast, hand: Hand) -> None:
    client = handed_over(cast, hand)
    for page in (*hand.theirs, *reversed(hand.theirs)):
        text = client.get(page).text
        assert "Sign out" not in text, page
        assert f'href="{BACK}"' in text, page
    assert client.get("/")["Location"] == hand.first
    assert Lent.objects.filter(back_at=None).count() == 1


def test_only_who_lent_it_unlocks_and_goes_on_where_they_were(cast: Cast, hand: Hand) -> None:
    client = handed_over(cast, hand)
    for wrong in ("", "a quiet word", "123456"):
        assert client.post(BACK, {"secret": wrong}).status_code == 422
    assert f'href="{hand.first}"' in client.get(BACK).text
    assert client.get("/children/").status_code == 302
    assert unlock(client) == hand.back_to
    assert client.get(hand.back_to).status_code == 200
    assert client.get(BACK)["Location"] == "/"


def test_another_device_of_the_same_person_is_not_locked(cast: Cast, hand: Hand) -> None:
    handed_over(cast, hand)
    assert client_of(cast[hand.lender]).get("/account/password/").status_code == 200


def test_it_can_be_handed_over_again(cast: Cast, hand: Hand) -> None:
    client = handed_over(cast, hand)
    unlock(client)
    assert client.get(hand.first).status_code == 200
    assert client.get("/children/")["Location"] == hand.first
    assert Lent.objects.count() == 2


def test_both_are_on_the_trail(cast: Cast, hand: Hand) -> None:
    unlock(handed_over(cast, hand))
    verbs = AuditEvent.objects.filter(verb__startswith="handing.").order_by("pk")
    kept = [(e.verb, e.actor_id) for e in verbs]
    lender = str(cast[hand.lender].pk)
    assert kept == [("handing.handed_over", lender), ("handing.given_back", lender)]


def test_who_may_not_open_the_page_locks_nothing(cast: Cast, hand: Hand) -> None:
    client = client_of(cast["Sam"])
    assert client.get(hand.first).status_code == 404
    assert not Lent.objects.exists()


def test_when_the_work_moved_meanwhile_the_device_asks_to_be_given_back(cast: Cast) -> None:
    hand = closing_of_nan(cast)
    client = handed_over(cast, hand)
    maya, sam = cast.children["Maya"].pk, cast.workers["Sam"].pk
    allocate(child=maya, worker=sam, on=TODAY - timedelta(days=1), **SYSTEM)
    assert client.get("/")["Location"] == hand.first
    assert client.get(hand.first)["Location"] == BACK
    assert client.post(BACK, {"secret": PASSWORD})["Location"] == hand.back_to


def test_their_word_is_thanked_for_and_nothing_of_the_workers_is_shown(cast: Cast) -> None:
    for told, answer in (("not_yet", True), ("yes", False)):
        hand = word(cast)
        client = handed_over(cast, hand)
        steps = Said.objects.get(pk=hand.first.split("/")[2]).steps.count()
        sent = {"seen": steps, "told": told, "words": "When?"}
        went = client.post(hand.first, sent)
        assert went["Location"] == hand.theirs[1]
        page = client.get(went["Location"]).text
        assert ("gives you an answer" in page) == answer
        assert client.get(hand.first)["Location"] == BACK
        assert unlock(client) == hand.back_to


def test_what_happened_meanwhile_is_not_shown_to_the_person_and_their_words_are(cast: Cast) -> None:
    hand = word(cast)
    client = handed_over(cast, hand)
    answer = client.post(hand.first, {"seen": "1", "told": "yes", "words": "Ask <Mum>"})
    assert answer.status_code == 409
    assert "Ask &lt;Mum&gt;" in answer.text
    assert "On the phone" not in answer.text  # what Priya wrote about telling her
    assert client.get("/")["Location"] == hand.first


def test_a_word_that_cannot_follow_hands_nothing_over(cast: Cast) -> None:
    hand = word(cast)
    said = hand.first.split("/")[2]
    steps = Said.objects.get(pk=said).steps.count()
    client = client_of(cast["Priya"])
    client.post(hand.first, {"seen": steps, "told": "yes"})
    client.get(reverse("story:their_word_kept", args=[said]))
    unlock(client)
    assert client.get(hand.first)["Location"] == hand.back_to
    assert client.get("/children/").status_code == 200


def test_what_staff_pages_have_to_say_waits_for_the_worker(cast: Cast) -> None:
    """Written while the work moved: the child is thanked, the worker hears it afterwards."""
    priya, maya = client_of(cast["Priya"]), cast.children["Maya"].pk
    page = reverse("story:closing", args=[maya])
    note = priya.get(f"{page}?shall=yes").text.split('name="drawn" value="')[1].split('"')[0]
    allocate(child=maya, worker=cast.workers["Sam"].pk, on=TODAY - timedelta(days=1), **SYSTEM)
    kept = priya.post(page, {"id": uuid7(), "changed": "I sleep", "drawn": note})
    assert "Thank you" in kept.text
    assert "whoever does now has it" not in kept.text + priya.get(BACK).text
    after = priya.post(BACK, {"secret": PASSWORD}, follow=True)
    assert "whoever does now has it" in after.text
