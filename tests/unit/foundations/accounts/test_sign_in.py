"""Signing in: a password, then a second factor; wrong tries make one account rest."""

from datetime import timedelta

import pyotp
import pytest
from django.test import Client
from django.urls import reverse

from heard.foundations.accounts import operations
from heard.foundations.accounts.models import FailedTries
from heard.foundations.audit.models import AuditEvent
from tests.cast import PASSWORD, SYSTEM, Cast
from tests.sign_in import give_app

LOGIN = "/account/login/"
WRONG = "not the password at all"


def type_password(client: Client, email: str, password: str = PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def verbs() -> list[str]:
    return list(AuditEvent.objects.order_by("seq").values_list("verb", flat=True))


def test_password_and_code_open_the_home_page(cast: Cast) -> None:
    secret, client = give_app(cast["Olu"]), Client()
    first = type_password(client, "OLU@northmoor.example")
    assert first.url == reverse("mfa_authenticate")
    assert client.get("/").url.startswith(LOGIN)  # not in yet
    second = client.post(first.url, {"code": pyotp.TOTP(secret).now()})
    assert second.url == "/"
    page = client.get("/").content.decode()
    assert "Olu" in page
    assert "Sign out" in page
    event = AuditEvent.objects.get(verb="account.signed_in")
    assert (event.actor_name, event.data) == ("Olu", '{"with": ["password", "totp"]}')


def test_a_code_works_once(cast: Cast) -> None:
    secret = give_app(cast["Olu"])
    code = pyotp.TOTP(secret).now()
    for expected in (302, 200):
        client = Client()
        type_password(client, "olu@northmoor.example")
        assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == expected


def test_the_wrong_password_says_the_same_where_there_is_no_account(cast: Cast) -> None:
    pages = []
    for email in ("olu@northmoor.example", "nobody@northmoor.example"):
        response = type_password(Client(), email, WRONG)
        assert response.status_code == 200
        lines = response.content.decode().splitlines()
        pages.append("\n".join(x for x in lines if "csrf" not in x).replace(email, "X"))
    assert "The email address or the password is not right" in pages[0]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("who", ["olu", "nobody"])
def test_five_wrong_passwords_make_this_account_rest_and_no_other(cast: Cast, who: str) -> None:
    give_app(cast["Olu"])
    for _ in range(5):
        type_password(Client(), f"{who}@northmoor.example", WRONG)
    resting = type_password(Client(), f"{who}@northmoor.example")  # even the right one
    assert "Wait a minute, then try again" in resting.content.decode()
    other = type_password(Client(), "priya@northmoor.example")
    assert other.status_code == 302
    assert who not in FailedTries.objects.get().key


def test_the_rest_grows_ends_and_is_forgotten(cast: Cast) -> None:
    secret = give_app(cast["Olu"])
    for _ in range(7):
        operations.try_failed(key="k", staff=None, step="password", **SYSTEM)
    row = FailedTries.objects.get(key="k")
    assert row.wait_until - SYSTEM["at"] == timedelta(minutes=4)
    for _ in range(4):
        type_password(Client(), "olu@northmoor.example", WRONG)
    client = Client()
    assert type_password(client, "olu@northmoor.example").status_code == 302
    assert FailedTries.objects.count() == 1  # only k is left
    client.post(reverse("mfa_authenticate"), {"code": pyotp.TOTP(secret).now()})
    assert "account.tries_forgotten" in verbs()


def test_wrong_codes_make_the_account_rest_too(cast: Cast) -> None:
    secret, client = give_app(cast["Olu"]), Client()
    type_password(client, "olu@northmoor.example")
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    right = client.post(reverse("mfa_authenticate"), {"code": pyotp.TOTP(secret).now()})
    assert "Wait a minute" in right.content.decode()
    assert verbs().count("account.sign_in_failed") == 5


def test_signing_out_is_on_the_trail_and_clears_what_the_browser_kept(cast: Cast) -> None:
    client = Client()
    client.force_login(cast["Olu"])
    response = client.post("/account/logout/")
    assert response.headers["Clear-Site-Data"] == '"cache"'
    assert verbs()[-1] == "account.signed_out"
    assert client.get("/").url.startswith(LOGIN)


def test_nothing_typed_at_sign_in_is_on_the_trail(cast: Cast) -> None:
    type_password(Client(), "a secret@typed.example", "another secret typed")
    for row in AuditEvent.objects.all():
        assert "secret" not in row.data + row.subject_id


def test_the_secret_of_an_app_is_kept_encrypted(cast: Cast) -> None:
    from allauth.mfa.models import Authenticator

    secret = give_app(cast["Olu"])
    assert secret not in str(Authenticator.objects.get().data)


@pytest.mark.parametrize("path", ["signup/", "email/", "password/reset/", "confirm-email/", ""])
def test_the_library_s_other_pages_do_not_exist(db: None, path: str) -> None:
    assert Client().get(f"/account/{path}").status_code == 404


def test_one_address_in_many_spellings_is_one_account(cast: Cast) -> None:
    """The database takes some letters for the same: they must not be free tries."""
    from heard.foundations.accounts.tries import key_of

    spelt = ("sam@x.example", " SAM@X.example", "\u017fam@x.example", "\uff53am@x.example")
    assert len({key_of("password", email) for email in spelt}) == 1
    assert key_of("code", "1") != key_of("password", "1")


def test_old_tries_are_dropped(cast: Cast) -> None:
    from heard.foundations.accounts.tasks import forget_old_tries

    operations.try_failed(key="k", staff=None, step="password", **SYSTEM)
    assert forget_old_tries(SYSTEM["at"] + timedelta(hours=23)) == 0
    assert forget_old_tries(SYSTEM["at"] + timedelta(hours=25)) == 1


def test_a_recovery_code_opens_once(cast: Cast) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    give_app(cast["Olu"])
    code = RecoveryCodes.activate(cast["Olu"]).get_unused_codes()[0]
    for expected in (302, 200):
        client = Client()
        type_password(client, "olu@northmoor.example")
        assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == expected
