"""Teams and workers on screen: the link decides what opens, and only an administrator makes it."""

import json
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from heard.child.people import operations, queries
from heard.child.people.models import Team, Worker
from heard.foundations.accounts.operations import add_account, close_account
from heard.foundations.audit.models import AuditEvent
from tests.cast import PASSWORD, SYSTEM, Cast
from tests.sign_in import client_of


@pytest.fixture
def kit(cast: Cast) -> Client:
    return client_of(cast["Kit"], stepped_up=True)


def account(name: str, *roles: str) -> Any:
    email = f"{name.lower()}@northmoor.example"
    roles_held = frozenset(roles or {"worker"})
    return add_account(email=email, name=name, roles=roles_held, password=PASSWORD, **SYSTEM)


def from_extract(name: str = "Noor", authority_id: str = "W-7") -> Worker:
    return operations.add_worker(
        name=name, staff=None, team=None, authority_id=authority_id, **SYSTEM
    )


def at(row: Worker | Team, *parts: str) -> str:
    place = "workers/" if isinstance(row, Worker) else ""
    return f"/teams/{place}{row.pk}/" + "".join(f"{part}/" for part in parts)


def last(verb: str) -> tuple[str, dict[str, str]]:
    """Return who did this last, and the data of its event."""
    event = AuditEvent.objects.filter(verb=verb).order_by("pk").last()
    assert event is not None
    return event.actor_name, json.loads(event.data)


def test_a_linked_worker_opens_their_child_and_an_unlinked_one_does_not(
    cast: Cast, kit: Client
) -> None:
    noor, worker = account("Noor"), from_extract()
    maya = cast.children["Maya"].pk
    operations.allocate(child=maya, worker=worker.pk, on=SYSTEM["at"].date(), **SYSTEM)
    hers = client_of(noor)
    assert hers.get(f"/children/{maya}/").status_code == 404
    answer = kit.post(at(worker, "link"), {"email": " NOOR@northmoor.example "}, follow=True)
    assert "noor@northmoor.example is now linked to Noor" in answer.content.decode()
    assert last("worker.linked") == ("Kit", {"staff": str(noor.pk)})
    assert hers.get(f"/children/{maya}/").status_code == 200
    kit.post(at(worker, "unlink"))
    assert hers.get(f"/children/{maya}/").status_code == 404
    assert last("worker.unlinked")[0] == "Kit"


def test_a_closed_account_opens_nothing_though_it_is_linked(cast: Cast, kit: Client) -> None:
    maya, hers = cast.children["Maya"].pk, client_of(cast["Priya"])
    assert hers.get(f"/children/{maya}/").status_code == 200
    close_account(staff=cast["Priya"], **SYSTEM)
    assert hers.get(f"/children/{maya}/").status_code == 302
    assert "priya@northmoor.example (closed)" in kit.get(at(cast.workers["Priya"])).content.decode()


REFUSED = {
    "": "Type their work email",
    "noor": "That is not an email",
    "noo@northmoor.example": "No account has this email",
    "oor@northmoor.example": "No account has this email",
    "gone@northmoor.example": "This account is closed",
    "priya@northmoor.example": "linked to Priya already",
    "olu@northmoor.example": "no role with children",
    "kit@northmoor.example": "This is your own account",
}


@pytest.mark.parametrize("email, words", REFUSED.items())
def test_a_link_is_refused_in_plain_words_and_what_was_typed_stays(
    cast: Cast, kit: Client, email: str, words: str
) -> None:
    worker = from_extract()
    account("Noor")
    close_account(staff=account("Gone"), **SYSTEM)
    answer = kit.post(at(worker, "link"), {"email": email})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert not email or f'value="{email}"' in page
    worker.refresh_from_db()
    assert worker.staff_id is None


def test_two_administrators_at_once_make_one_link(cast: Cast) -> None:
    noor, mine, other = account("Noor"), from_extract(), from_extract("Nour", "W-8")
    operations.link_account(worker=mine.pk, staff=noor.pk, **SYSTEM)
    for worker, staff in ((other, noor), (mine, account("Ned")), (mine, noor)):
        with pytest.raises(operations.LinkedMeanwhile):
            operations.link_account(worker=worker.pk, staff=staff.pk, **SYSTEM)


def test_what_stands_already_is_said_and_not_recorded_again(cast: Cast, kit: Client) -> None:
    worker, events = from_extract(), AuditEvent.objects.count()
    team = cast.workers["Sam"].team
    assert team
    for path, sent in (
        (at(worker, "unlink"), {}),
        (at(worker, "move"), {"team": "none"}),
        (at(team, "no-manager"), {}),
    ):
        answer = kit.post(path, sent, follow=True)
        assert "Nothing changed: it was so already" in answer.content.decode()
    assert AuditEvent.objects.count() == events


def test_an_account_closed_meanwhile_is_not_linked(cast: Cast) -> None:
    noor, worker = account("Noor"), from_extract()
    close_account(staff=noor, **SYSTEM)
    with pytest.raises(operations.LinkedMeanwhile):
        operations.link_account(worker=worker.pk, staff=noor.pk, **SYSTEM)


@pytest.mark.parametrize("part", ["link", "move"])
def test_what_opens_records_asks_who_you_are_again(cast: Cast, part: str) -> None:
    worker, kit = from_extract(), client_of(cast["Kit"])
    account("Noor")
    east = str(cast.workers["Tom"].team_id)
    answer = kit.post(at(worker, part), {"email": "noor@northmoor.example", "team": east})
    assert answer.status_code == 302
    assert "/account/" in answer["Location"]
    worker.refresh_from_db()
    assert (worker.staff_id, worker.team_id) == (None, None)


def test_a_move_changes_who_manages_the_record(cast: Cast, kit: Client) -> None:
    ada, ruth, sam = cast.children["Ada"].pk, client_of(cast["Ruth"]), cast.workers["Sam"]
    assert ruth.get(f"/children/{ada}/").status_code == 404
    kit.post(at(sam, "move"), {"team": str(cast.workers["Tom"].team_id)})
    assert ruth.get(f"/children/{ada}/").status_code == 200
    kit.post(at(sam, "move"), {"team": "none"})
    assert ruth.get(f"/children/{ada}/").status_code == 404
    assert kit.post(at(sam, "move"), {"team": "nowhere"}).status_code == 422
    assert kit.post(at(sam, "move"), {}).status_code == 422


def test_an_administrator_who_manages_a_team_moves_nobody_into_it(cast: Cast) -> None:
    both = account("Bo", "administrator", "manager")
    worker = operations.add_worker(name="Bo", staff=both.pk, team=None, **SYSTEM)
    west = cast.workers["Sam"].team_id
    operations.name_manager(team=west, manager=worker.pk, **SYSTEM)
    answer = client_of(both, stepped_up=True).post(
        at(cast.workers["Tom"], "move"), {"team": str(west)}
    )
    assert answer.status_code == 422
    assert "Ask another administrator" in answer.content.decode()


def test_nobody_else_reads_teams_or_workers(cast: Cast) -> None:
    for name in ("Priya", "Ruth", "Dana"):
        with pytest.raises(PermissionDenied):
            queries.teams(cast[name])
        with pytest.raises(PermissionDenied):
            queries.workers(cast[name], queries.Wanted())


def test_a_list_of_many_takes_as_many_queries_as_one_of_few(cast: Cast, kit: Client) -> None:
    def asked() -> tuple[int, str]:
        with CaptureQueriesContext(connection) as context:
            page = kit.get("/teams/workers/?text=worker&team=none&no_account=on").content.decode()
        return len(context), page

    from_extract("Worker", "X")
    asked()
    few, _ = asked()
    for number in range(60):
        from_extract(f"Worker {number:02}", f"X-{number:02}")
    many, page = asked()
    assert many == few
    assert "Worker 48" in page
    assert "Worker 49" not in page
    assert "text=worker&amp;team=none&amp;no_account=on&amp;page=2" in page
    assert "Worker 59" in kit.get("/teams/workers/?text=X-59").content.decode()
