"""Keeping accounts: the administrator's pages, and who they are closed to."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from heard.foundations.accounts.models import Staff
from tests.cast import Cast
from tests.sign_in import client_of

ACTIONS = ("roles", "end-sessions", "start-again", "close", "open")


@pytest.fixture
def kit(cast: Cast) -> Client:
    return client_of(cast["Kit"], stepped_up=True)


def test_the_list_names_everybody_and_where_they_stand(cast: Cast, kit: Client) -> None:
    page = kit.get("/accounts/").content.decode()
    for name in cast.staff:
        assert name in page
    assert "Performance analyst" in page
    assert page.count("Has no second factor yet") == len(cast.staff) - 1


@pytest.mark.parametrize("name", ["Priya", "Ruth", "Olu", "Dana", "Lena", "Ivor"])
def test_nobody_else_sees_that_these_pages_exist(cast: Cast, name: str) -> None:
    client = client_of(cast[name], stepped_up=True)
    one = f"/accounts/{cast['Sam'].pk}/"
    assert {client.get(p).status_code for p in ("/accounts/", "/accounts/add/", one)} == {404}
    assert {client.post(f"{one}{action}/").status_code for action in ACTIONS} == {404}
    assert Staff.objects.get(pk=cast["Sam"].pk).is_active


def test_a_second_account_for_one_address_is_refused_and_what_was_sent_is_kept(
    cast: Cast, kit: Client
) -> None:
    sent = {"name": "Olu B", "email": "OLU@northmoor.example", "roles": ["analyst"]}
    answer = kit.post("/accounts/add/", sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "has an account already" in page
    assert 'value="Olu B"' in page


def test_an_account_needs_a_role(cast: Cast, kit: Client) -> None:
    answer = kit.post("/accounts/add/", {"name": "Noor", "email": "noor@northmoor.example"})
    assert answer.status_code == 422
    assert "Choose at least one role" in answer.content.decode()
    unknown = {"name": "Noor", "email": "noor@northmoor.example", "roles": ["king"]}
    assert kit.post("/accounts/add/", unknown).status_code == 422


def test_kit_changes_roles_closes_and_opens(cast: Cast, kit: Client) -> None:
    one = f"/accounts/{cast['Sam'].pk}/"
    kit.post(f"{one}roles/", {"roles": ["worker", "chair"]})
    assert Staff.objects.get(pk=cast["Sam"].pk).roles == {"worker", "chair"}
    kit.post(f"{one}close/")
    assert "Closed" in kit.get(one).content.decode()
    kit.post(f"{one}open/")
    assert Staff.objects.get(pk=cast["Sam"].pk).is_active


def test_starting_again_takes_password_and_factor(cast: Cast, kit: Client) -> None:
    client_of(cast["Sam"])
    page = kit.post(f"/accounts/{cast['Sam'].pk}/start-again/").content.decode()
    password = page.split('accounts-key">')[1].split("<")[0]
    sam = Staff.objects.get(pk=cast["Sam"].pk)
    assert sam.check_password(password)
    assert sam.start_password_until
    assert not Authenticator.objects.filter(user=sam).exists()


@pytest.mark.parametrize("action", ["roles", "start-again", "close", "open"])
def test_nobody_changes_their_own_account(cast: Cast, kit: Client, action: str) -> None:
    own = f"/accounts/{cast['Kit'].pk}/"
    assert kit.post(f"{own}{action}/", {"roles": ["worker"]}).status_code == 404
    assert "Another administrator changes it" in kit.get(own).content.decode()


def test_nobody_signs_in_as_another_person(cast: Cast, kit: Client) -> None:
    """There is no such page; this walks every address for one."""
    from django.urls import get_resolver

    from tests.walk import addresses

    names = [name for name, _ in addresses(get_resolver())]
    assert len(names) > 20
    assert not [n for n in names if "impersonate" in n or "become" in n or n.startswith("demo")]


def test_a_page_of_an_account_that_is_not_there(kit: Client) -> None:
    assert kit.get("/accounts/018f0000-0000-7000-8000-000000000000/").status_code == 404
