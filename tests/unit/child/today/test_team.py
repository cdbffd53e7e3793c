"""The manager's list and supervision: open loops by day, and one form at a time."""

import re
from datetime import timedelta

from django.test import Client

from heard.child.today.models import Brought
from heard.child.voice import operations as voice
from heard.foundations.audit.models import AuditEvent
from heard.kernel.ids import uuid7
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.made import given, handed_in, offered
from tests.unit.child.voice.made import said


def ruth(cast: Cast) -> Client:
    return client_of(cast["Ruth"])


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def supervision(cast: Cast, *more: object) -> str:
    parts = "".join(f"{part}/" for part in more)
    return f"/team/{cast.workers['Priya'].pk}/{parts}"


def test_what_is_open_stands_in_order_of_its_day_without_its_words(cast: Cast) -> None:
    said(cast, "Theo", happened_on=TODAY - timedelta(3))
    said(cast, "Maya", happened_on=TODAY - timedelta(9))
    seen = page(ruth(cast), "/team/")
    assert seen.index("Maya</span>: something said") < seen.index("Theo</span>: something said")
    assert "cousins" not in seen


def test_what_was_said_to_others_only_is_as_if_it_were_not_there(cast: Cast) -> None:
    before = re.sub(r'value="[^"]*"', "", page(ruth(cast), "/team/"))
    said(cast, audience="named", named=(cast["Dev"].pk,))
    assert re.sub(r'value="[^"]*"', "", page(ruth(cast), "/team/")) == before


def test_what_nobody_opened_comes_to_the_manager(cast: Cast) -> None:
    row = said(cast, by="", audience="named", named=(cast["Dev"].pk,))
    voice.pass_to_manager(said=row.pk, **SYSTEM)
    assert "Nobody opened these in time" in page(ruth(cast), "/team/")


def test_no_page_counts_or_orders_by_worker(cast: Cast) -> None:
    """Law 3: names stand in the order of the alphabet, with no figure beside any of them."""
    for _ in range(3):
        said(cast)
    said(cast, "Theo")
    seen = page(ruth(cast), "/team/")
    part = seen[seen.index(">Supervision</h2>") :]
    names = re.findall(r'Supervision with <span dir="auto">(\w+)</span></a>(.*?)</li>', part)
    assert names == [("Priya", ""), ("Tom", "")]
    assert client_of(cast["Ruth"]).get("/team/?order=worker").content.decode().count("with Priya")
    assert "worker=" not in seen
    assert "sort" not in seen


def test_supervision_shows_one_form_at_a_time_with_its_numbers(cast: Cast) -> None:
    form = handed_in(cast, offered(cast), given("1", 5, "sort of"))
    client = ruth(cast)
    assert "very well" not in page(client, supervision(cast))
    one = page(client, supervision(cast, "said", form.pk))
    assert "very well" in one
    assert "sort of" in one
    event = AuditEvent.objects.filter(verb="record.read", actor_name="Ruth").last()
    assert event is not None
    assert "supervision of Priya" in event.data


def test_only_the_manager_of_the_worker_supervises(cast: Cast) -> None:
    form = handed_in(cast, offered(cast), given("1", 5, "sort of"))
    for name in set(cast.staff) - {"Ruth"}:
        for address in ("/team/", supervision(cast), supervision(cast, "said", form.pk)):
            assert page(client_of(cast[name]), address) == "404", (name, address)
    sams = f"/team/{cast.workers['Sam'].pk}/"
    assert page(ruth(cast), sams) == "404"


def test_a_worker_brings_something_once_and_it_is_talked_about(cast: Cast) -> None:
    row, priya = said(cast), client_of(cast["Priya"])
    address = f"/said/{row.pk}/supervision/"
    typed = {"id": str(uuid7()), "about": "I do not know how to answer"}
    for _ in range(2):
        assert priya.post(address, typed).status_code == 302
    one = Brought.objects.get()
    assert "how to answer" in page(ruth(cast), supervision(cast))
    assert ruth(cast).post(supervision(cast, "brought", one.pk)).status_code == 302
    assert "how to answer" not in page(ruth(cast), supervision(cast))
    assert client_of(cast["Tom"]).get(address).status_code == 404
    assert ruth(cast).get(address).status_code == 404


def test_nothing_else_of_another_team_is_in_supervision(cast: Cast) -> None:
    row = said(cast, "Ada", by="Sam")
    assert page(ruth(cast), supervision(cast, "said", row.pk)) == "404"
    assert NOON.date() == TODAY
