"""One's own second factors: each page opens, and the last factor stays."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from django.urls import reverse

from heard.foundations.audit.models import AuditEvent
from tests.cast import Cast
from tests.sign_in import client_of


@pytest.fixture
def olu(cast: Cast) -> Client:
    client = client_of(cast["Olu"], stepped_up=True)
    RecoveryCodes.activate(cast["Olu"])
    return client


@pytest.fixture
def key(cast: Cast, olu: Client) -> Authenticator:
    data = {"name": "My laptop", "credential": {"clientExtensionResults": {}}}
    return Authenticator.objects.create(user=cast["Olu"], type="webauthn", data=data)


@pytest.mark.parametrize(
    "name",
    [
        "account_change_password", "account_logout", "usersessions_list", "mfa_index",
        "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
        "mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate",
    ],
)  # fmt: skip
def test_each_page_opens(olu: Client, name: str) -> None:
    assert "<h1" in olu.get(reverse(name)).content.decode()


def test_a_passkey_is_named_and_removed(olu: Client, key: Authenticator) -> None:
    assert "My laptop" in olu.get(reverse("mfa_list_webauthn")).content.decode()
    edit = reverse("mfa_edit_webauthn", args=[key.pk])
    assert "My laptop" in olu.get(edit).content.decode()
    olu.post(edit, {"name": "The blue key"})
    remove = reverse("mfa_remove_webauthn", args=[key.pk])
    assert "The blue key" in olu.get(remove).content.decode()
    olu.post(remove)
    assert not Authenticator.objects.filter(pk=key.pk).exists()
    assert AuditEvent.objects.get(verb="account.factor_removed").actor_name == "Olu"


def test_another_persons_passkey_is_not_there(cast: Cast, key: Authenticator) -> None:
    tom = client_of(cast["Tom"], stepped_up=True)
    assert tom.get(reverse("mfa_edit_webauthn", args=[key.pk])).status_code == 404
    assert tom.post(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_the_last_factor_stays(cast: Cast, olu: Client) -> None:
    answer = olu.post(reverse("mfa_deactivate_totp"))
    assert "This is your only second factor" in answer.content.decode()
    assert Authenticator.objects.filter(user=cast["Olu"], type="totp").exists()


def test_with_a_passkey_the_app_may_go(cast: Cast, olu: Client, key: Authenticator) -> None:
    assert olu.post(reverse("mfa_deactivate_totp")).url == reverse("mfa_index")
    assert not Authenticator.objects.filter(user=cast["Olu"], type="totp").exists()


def test_changing_factors_asks_for_the_factor_again(cast: Cast) -> None:
    client = client_of(cast["Olu"])
    for name in ("mfa_add_webauthn", "mfa_deactivate_totp", "mfa_generate_recovery_codes"):
        assert client.get(reverse(name)).url.startswith("/account/factor/again/")
