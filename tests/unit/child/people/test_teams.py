"""Making teams and workers by hand, and naming who manages a team."""

import re

import pytest
from django.test import Client

from heard.child.people.models import Team, Worker
from heard.foundations.accounts.operations import change_roles
from tests.cast import SYSTEM, Cast
from tests.sign_in import client_of
from tests.unit.child.people.test_workers import account, at, from_extract, last


@pytest.fixture
def kit(cast: Cast) -> Client:
    return client_of(cast["Kit"], stepped_up=True)


def west(cast: Cast) -> Team:
    return Team.objects.get(pk=cast.workers["Sam"].team_id)


def test_a_team_is_made_once_and_its_name_is_not_taken_twice(cast: Cast, kit: Client) -> None:
    assert kit.post("/teams/add/", {"name": "North"}).status_code == 302
    assert Team.objects.filter(name="North").count() == 1
    answer = kit.post("/teams/add/", {"name": "NORTH"})
    assert answer.status_code == 422
    assert "a team of this name already" in answer.content.decode()
    assert 'value="NORTH"' in answer.content.decode()
    assert "Write the name" in kit.post("/teams/add/", {"name": " "}).content.decode()


def test_a_worker_is_added_by_hand_and_an_id_is_one_persons(cast: Cast, kit: Client) -> None:
    sent = {"name": "Noor", "authority_id": " W-7 ", "team": str(west(cast).pk)}
    assert kit.post("/teams/workers/add/", sent).status_code == 302
    noor = Worker.objects.get(name="Noor")
    assert (noor.authority_id, noor.team, noor.staff) == ("W-7", west(cast), None)
    answer = kit.post("/teams/workers/add/", {**sent, "name": "Nour"})
    assert answer.status_code == 422
    assert "Noor has this id already" in answer.content.decode()
    assert 'value="Nour"' in answer.content.decode()
    no_id = {"name": "Nour", "authority_id": "", "team": "none"}
    assert kit.post("/teams/workers/add/", no_id).status_code == 302
    assert kit.post("/teams/workers/add/", {**no_id, "name": " "}).status_code == 422


def test_a_manager_named_reads_the_records_and_the_one_before_does_not(
    cast: Cast, kit: Client
) -> None:
    maya, ruth, east = cast.children["Maya"].pk, client_of(cast["Ruth"]), cast.workers["Tom"].team
    assert east
    change_roles(staff=cast["Sam"], roles=frozenset({"manager"}), **SYSTEM)
    kit.post(at(east, "manager"), {"email": "sam@northmoor.example"})
    assert ruth.get(f"/children/{maya}/").status_code == 404
    assert client_of(cast["Sam"]).get(f"/children/{maya}/").status_code == 200
    assert last("team.manager_named")[1]["to"] == str(cast.workers["Sam"].pk)
    kit.post(at(east, "no-manager"))
    assert client_of(cast["Sam"]).get(f"/children/{maya}/").status_code == 404
    assert "nobody yet" in kit.get(at(east)).content.decode()


REFUSED = {
    "priya@northmoor.example": "not a team manager yet",
    "mo@northmoor.example": "not linked to a worker yet",
    "uth@northmoor.example": "No account has this email",
    "kit@northmoor.example": "This is your own account",
}


@pytest.mark.parametrize("email, words", REFUSED.items())
def test_only_a_linked_manager_can_be_named(
    cast: Cast, kit: Client, email: str, words: str
) -> None:
    account("Mo", "manager")
    answer = kit.post(at(west(cast), "manager"), {"email": email})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert f'value="{email}"' in answer.content.decode()
    assert west(cast).manager is None


def test_naming_a_manager_asks_who_you_are_again(cast: Cast) -> None:
    kit = client_of(cast["Kit"])
    answer = kit.post(at(west(cast), "manager"), {"email": "ruth@northmoor.example"})
    assert "/account/" in answer["Location"]
    assert west(cast).manager is None


def test_no_page_of_teams_names_a_child(cast: Cast, kit: Client) -> None:
    worker = from_extract()
    pages = ["/teams/", "/teams/workers/", "/teams/add/", "/teams/workers/add/"]
    pages += [at(row) for row in (worker, cast.workers["Priya"], west(cast))]
    for page in pages:
        text = kit.get(page).content.decode()
        # As words: three letters also stand in a page's random tokens, once in a few thousand runs.
        assert not re.findall(r"\b(?:Maya|Theo|Ada)\b", text), page


def test_what_is_not_there_is_not_found(cast: Cast, kit: Client) -> None:
    for path in (f"/teams/{cast['Kit'].pk}/", f"/teams/workers/{cast['Kit'].pk}/"):
        assert kit.get(path).status_code == 404
    assert kit.get("/teams/workers/?team=nowhere").status_code == 422
