"""A form that is sent twice has one effect; changed words are another form."""

import re
import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.test import Client

from heard.child.people.models import OpenedGlass
from heard.foundations.access.models import Taken
from heard.foundations.access.once import forget_old
from heard.foundations.deployment import clock
from tests.cast import Cast
from tests.sign_in import client_of

REASON = "Covering the duty desk tonight"


def address(cast: Cast) -> str:
    return f"/children/{cast.children['Ada'].pk}/open/"


def test_every_form_has_a_number_of_its_own(cast: Cast) -> None:
    client = client_of(cast["Tom"])
    pages = [client.get(address(cast)).content.decode() for _ in range(2)]
    numbers = {re.search('name="once" value="([^"]+)"', page)[1] for page in pages}
    assert len(numbers) == 2


def test_the_same_form_again_has_one_effect_and_leads_to_the_same_page(cast: Cast) -> None:
    client, sent = client_of(cast["Tom"]), {"once": str(uuid4()), "reason": REASON}
    answers = [client.post(address(cast), sent) for _ in range(5)]
    assert {(a.status_code, a["Location"]) for a in answers} == {
        (302, f"/children/{cast.children['Ada'].pk}/")
    }
    assert OpenedGlass.objects.count() == 1


def test_without_a_number_each_is_taken(cast: Cast) -> None:
    """The control: it is the number that makes them one."""
    client = client_of(cast["Tom"])
    for _ in range(2):
        client.post(address(cast), {"reason": REASON})
    assert OpenedGlass.objects.count() == 2


def test_changed_words_are_another_form(cast: Cast) -> None:
    client, number = client_of(cast["Tom"]), str(uuid4())
    for words in (REASON, f"{REASON}, and tomorrow", REASON):
        client.post(address(cast), {"once": number, "reason": words})
    assert OpenedGlass.objects.count() == 2


def test_a_form_with_errors_may_be_sent_again(cast: Cast) -> None:
    client, sent = client_of(cast["Tom"]), {"once": str(uuid4()), "reason": "short"}
    assert [client.post(address(cast), sent).status_code for _ in range(2)] == [422, 422]
    assert not Taken.objects.exists()


def test_another_person_with_the_same_number_is_another_form(cast: Cast) -> None:
    sent = {"once": str(uuid4()), "reason": REASON}
    for name in ("Tom", "Priya"):
        client_of(cast[name]).post(address(cast), sent)
    assert OpenedGlass.objects.count() == 2


def test_notes_are_forgotten_after_a_week(cast: Cast) -> None:
    client_of(cast["Tom"]).post(address(cast), {"once": str(uuid4()), "reason": REASON})
    assert forget_old(clock.now() + timedelta(days=6)) == 0
    assert forget_old(clock.now() + timedelta(days=8)) == 1


@pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="SQLite's test database is in memory: the journeys replay forms on a running site",
)
@pytest.mark.django_db(transaction=True)
def test_at_the_same_moment_it_has_one_effect(transactional_db: None) -> None:
    from tests.cast import make_cast

    cast = make_cast()
    clients = [client_of(cast["Tom"]) for _ in range(5)]
    sent, answers = {"once": str(uuid4()), "reason": REASON}, []

    def send(client: Client) -> None:
        answers.append(client.post(address(cast), sent).status_code)
        connections.close_all()

    threads = [threading.Thread(target=send, args=[c]) for c in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (answers, OpenedGlass.objects.count()) == ([302] * 5, 1)
