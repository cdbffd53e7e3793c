"""Duty: who needs somebody soon, whom to ring, and nothing else of them."""

from datetime import timedelta

from django.test import Client

from heard.child.today.models import OnIt
from heard.child.voice.operations import Words, say
from heard.foundations.accounts.models import Staff
from heard.foundations.accounts.operations import add_account
from heard.foundations.audit.models import AuditEvent
from heard.kernel.ids import uuid7
from tests.cast import NOON, PASSWORD, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.voice.made import said

HELP = "Can someone come"


def on_duty() -> Staff:
    roles = frozenset({"duty"})
    return add_account(
        email="ede@northmoor.example", name="Ede", roles=roles, password=PASSWORD, **SYSTEM
    )


def list_of(client: Client) -> str:
    return client.get("/duty/").content.decode()


def long_ago(cast: Cast) -> str:
    """Theo asked for somebody the day before yesterday."""
    at = NOON - timedelta(days=2)
    words = Words(way="text", words=HELP, happened_on=at.date(), soon=True)
    theo = cast.children["Theo"].pk
    row = say(id=uuid7(), child=theo, said=words, written_by=None, by=SYSTEM["by"], at=at)
    return str(row.pk)


def test_the_list_says_who_what_and_whom_to_ring(cast: Cast) -> None:
    duty = client_of(on_duty())
    said(cast, by="", words=HELP, soon=True, audience="worker")
    said(cast, by="", words="Something else of hers")
    page = list_of(duty)
    for words in ("Maya", "9 years old", HELP, "Priya", "Ruth", "ring 999"):
        assert words in page
    assert "Something else" not in page
    assert "NM-Maya" not in page


def test_each_look_is_written_down_under_the_child(cast: Cast) -> None:
    said(cast, by="", words=HELP, soon=True)
    list_of(client_of(on_duty()))
    event = AuditEvent.objects.filter(verb="record.read").last()
    assert event is not None
    assert (event.actor_name, event.child) == ("Ede", str(cast.children["Maya"].pk))


def test_i_am_on_it_says_who_and_when_once(cast: Cast) -> None:
    duty, row = client_of(on_duty()), said(cast, by="", words=HELP, soon=True)
    for _ in range(2):
        assert duty.post(f"/duty/{row.pk}/").status_code == 302
    assert OnIt.objects.count() == 1
    page = list_of(duty)
    assert "is on it, since 23 November 2026" in page
    assert "I am on it" not in page


def test_nobody_is_forgotten_overnight_until_somebody_is_on_it(cast: Cast) -> None:
    duty, row = client_of(on_duty()), long_ago(cast)
    assert HELP in list_of(duty)
    duty.post(f"/duty/{row}/")
    assert HELP not in list_of(duty)


def test_duty_opens_nothing_else(cast: Cast) -> None:
    duty = client_of(on_duty())
    row = said(cast, by="", words=HELP, soon=True)
    other = said(cast, by="", words="Something else of hers")
    maya = cast.children["Maya"].pk
    for address in (f"/children/{maya}/story/", f"/said/{row.pk}/", "/team/", "/children/"):
        assert duty.get(address).status_code == 404, address
    assert duty.post(f"/duty/{other.pk}/").status_code == 404
    assert NOON.date() == TODAY


def test_the_alert_leads_the_duty_team_to_their_list(cast: Cast) -> None:
    duty = client_of(on_duty())
    said(cast, by="", words=HELP, soon=True)
    page = duty.get("/alerts/").content.decode()
    assert 'href="/duty/"' in page.split("I saw this")[0].split("Your alerts</h1>")[1]
