"""A new account: a start password shown once, then one's own, then a second factor."""

from datetime import timedelta

import pyotp
from django.test import Client

from heard.foundations.accounts.models import Staff
from heard.foundations.accounts.operations import add_account, change_password
from heard.foundations.accounts.rules import new_start_password, wait_after
from heard.foundations.audit.models import AuditEvent
from heard.foundations.deployment import clock
from tests.cast import SYSTEM, Cast
from tests.sign_in import client_of

FORM = {"name": "Noor", "email": "Noor@northmoor.example", "roles": ["analyst"]}


def shown_password(page: str) -> str:
    return page.split('accounts-key">')[1].split("<")[0]


def make_noor(cast: Cast) -> str:
    kit = client_of(cast["Kit"], stepped_up=True)
    return shown_password(kit.post("/accounts/add/", FORM).content.decode())


def test_kit_adds_noor_who_sets_herself_up_before_anything_opens(cast: Cast) -> None:
    given, noor, own = make_noor(cast), Client(), "three words that differ"
    sign_in = {"login": "noor@northmoor.example", "password": given}
    assert noor.post("/account/login/", sign_in).url == "/"
    assert noor.get("/").url == "/account/password/"
    noor.post("/account/password/", {"oldpassword": given, "password1": own, "password2": own})
    assert noor.get("/").url == "/account/factor/"
    assert noor.get("/accounts/").url == "/account/factor/"
    page = noor.get("/account/factor/app/")  # the password was typed just now: not asked again
    assert "data:image/svg+xml;base64" in page.content.decode()
    secret = noor.session["mfa.totp.secret"]
    done = noor.post("/account/factor/app/", {"code": pyotp.TOTP(secret).now()})
    assert done.url == "/account/factor/recovery/"
    assert "Noor" in noor.get("/").content.decode()


def test_the_recovery_codes_are_shown_when_the_factor_was_shown_again(cast: Cast) -> None:
    client = client_of(cast["Olu"], stepped_up=True)
    made = client.post("/account/factor/recovery/new/")
    assert made.url == "/account/factor/recovery/"
    page = client.get(made.url).content.decode()
    assert page.count("<li>") >= 10
    stale = client_of(cast["Olu"])
    assert "/account/factor/again/" in stale.get("/account/factor/recovery/").url


def test_a_start_password_runs_out(cast: Cast) -> None:
    now = clock.now()
    add_account(
        email="noor@northmoor.example", name="Noor", roles=frozenset({"analyst"}),
        password="some start password", start_password_until=now - timedelta(minutes=1), **SYSTEM,
    )  # fmt: skip
    sent = {"login": "noor@northmoor.example", "password": "some start password"}
    page = Client().post("/account/login/", sent, follow=True).content.decode()
    assert "Your start password has run out" in page


def test_a_password_of_ones_own_does_not_run_out(cast: Cast) -> None:
    make_noor(cast)
    noor = Staff.objects.get(email="noor@northmoor.example")
    assert noor.start_password_until
    change_password(staff=noor, password="three words that differ", **SYSTEM)
    noor.refresh_from_db()
    assert noor.start_password_until is None


def test_a_double_click_on_a_new_password_ends_no_session(cast: Cast) -> None:
    make_noor(cast)
    one, two = (Staff.objects.get(email="noor@northmoor.example") for _ in range(2))
    change_password(staff=one, password="three words that differ", **SYSTEM)
    change_password(staff=two, password="three words that differ", **SYSTEM)
    kept = Staff.objects.get(pk=one.pk).get_session_auth_hash()
    assert one.get_session_auth_hash() == two.get_session_auth_hash() == kept


def test_the_start_password_is_kept_nowhere(cast: Cast) -> None:
    given = make_noor(cast)
    noor = Staff.objects.get(email="noor@northmoor.example")
    assert given not in noor.password
    assert all(given not in event.data for event in AuditEvent.objects.all())


def test_start_passwords_differ_and_are_long() -> None:
    many = {new_start_password() for _ in range(200)}
    assert len(many) == 200
    assert {len(p) for p in many} == {19}


def test_waiting_grows_to_half_an_hour() -> None:
    minutes = [wait_after(n).total_seconds() / 60 for n in (0, 4, 5, 6, 7, 9, 10, 99, 1000)]
    assert minutes == [0, 0, 1, 2, 4, 16, 30, 30, 30]
