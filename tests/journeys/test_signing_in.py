"""Signing in with a real browser against a running Heard: password and code, passkey, step-up."""

import re
from urllib.parse import urlsplit

import pyotp
import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at, tab_to, with_authenticator
from tests.journeys.server import Site

pytestmark = pytest.mark.browser
OWN = "three words that differ"
_secrets: dict[str, str] = {}


def at(page: Page) -> str:
    return urlsplit(page.url).path


def add(site: Site, name: str, role: str) -> str:
    words = ("user", "add", f"{name.lower()}@northmoor.example", "--name", name, "--role", role)
    return site.heard(*words)


def type_and_enter(page: Page, **fields: str) -> None:
    """By keyboard alone: the labels, with _ for spaces, and what to type; Enter at the end."""
    for label, text in fields.items():
        tab_to(page, label.replace("_", " "))
        page.keyboard.type(text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def code_for(page: Page, secret: str) -> str:
    """The next code that was not used: the one of now, or one that will come within 30 seconds."""
    import time

    app = pyotp.TOTP(secret)
    code = app.now()
    if _secrets.get(secret) == code:
        code = app.at(time.time() + 30)
    _secrets[secret] = code
    return code


def first_time(page: Page, site: Site, name: str, role: str) -> str:
    """A new account sets itself up with an app; returns the app's secret."""
    start = add(site, name, role)
    page.goto(site.url)
    type_and_enter(page, Email_address=f"{name.lower()}@northmoor.example", Password=start)
    assert at(page) == "/account/password/"
    looked_at(page, "password-first")
    type_and_enter(page, Present_password=start, New_password=OWN, once_more=OWN)
    assert at(page) == "/account/factor/"
    looked_at(page, "factor-first")
    tab_to(page, "Set up an app")
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/factor/app/")
    looked_at(page, "app")
    secret = re.sub(r"\s", "", page.inner_text(".accounts-key"))
    assert page.evaluate("document.querySelector('.accounts-qr').naturalWidth") > 0
    type_and_enter(page, code_that_the_app=code_for(page, secret))
    assert at(page) in {"/account/factor/recovery/", "/account/factor/again/"}
    return secret


def sign_in(page: Page, site: Site, name: str, secret: str) -> None:
    page.goto(f"{site.url}/account/login/")
    type_and_enter(page, Email_address=f"{name.lower()}@northmoor.example", Password=OWN)
    assert at(page) == "/account/factor/code/"
    type_and_enter(page, code=code_for(page, secret))
    assert at(page) == "/"


def test_from_the_first_start_password_to_the_home_page_by_keyboard(page: Page, site: Site) -> None:
    secret = first_time(page, site, "Olu", "analyst")
    page.goto(site.url)
    assert ", Olu" in page.inner_text("h1")
    looked_at(page, "home-analyst")
    tab_to(page, "Sign out")
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/login/**")
    looked_at(page, "login")
    sign_in(page, site, "Olu", secret)
    page.goto(f"{site.url}/account/sessions/")
    looked_at(page, "sessions")


def test_a_wrong_password_is_said_and_what_was_typed_is_kept(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/account/login/")
    type_and_enter(page, Email_address="somebody@northmoor.example", Password="not the password")
    assert "The email address or the password is not right" in page.inner_text("main")
    assert page.input_value("[name=login]") == "somebody@northmoor.example"
    assert page.input_value("[name=password]") == ""
    looked_at(page, "login-wrong")


def test_step_up_asks_again_and_goes_on_with_what_was_typed(page: Page, site: Site) -> None:
    secret = first_time(page, site, "Kit", "administrator")
    page.goto(f"{site.url}/accounts/add/")
    assert at(page) == "/account/factor/again/"
    looked_at(page, "again")
    type_and_enter(page, code=code_for(page, secret))
    assert at(page) == "/accounts/add/"
    looked_at(page, "add-account")
    page.fill("[name=name]", "Noor")
    page.fill("[name=email]", "noor@northmoor.example")
    page.check("[value=worker]")
    page.click("button:has-text('Add the account')")
    assert re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", page.inner_text("p.accounts-key"))
    looked_at(page, "start-password")
    page.goto(f"{site.url}/accounts/")
    looked_at(page, "accounts")
    page.click("text=Noor")
    looked_at(page, "account")
    page.goto(f"{site.url}/settings/")
    looked_at(page, "settings")


def test_a_passkey_is_set_up_signs_in_and_steps_up(page: Page, site: Site) -> None:
    secret = first_time(page, site, "Ruth", "administrator")
    with_authenticator(page)
    page.goto(f"{site.url}/account/passkeys/add/")
    if at(page) == "/account/factor/again/":
        type_and_enter(page, code=code_for(page, secret))
    page.check("[name=passwordless]")
    looked_at(page, "add-passkey")
    page.click("button:has-text('Set up')")
    page.wait_for_url("**/account/factor/")
    assert "You have 1 passkey" in page.inner_text("main")
    looked_at(page, "factor")
    page.goto(f"{site.url}/account/passkeys/")
    assert "by itself" in page.inner_text("main")
    looked_at(page, "passkeys")
    page.click("button:has-text('Sign out')")
    page.wait_for_url("**/account/login/**")
    page.click("button:has-text('Sign in with a passkey')")
    page.wait_for_url(f"{site.url}/")
    assert ", Ruth" in page.inner_text("h1")
    page.goto(f"{site.url}/accounts/add/")
    page.click("text=Use a passkey instead")
    looked_at(page, "again-passkey")
    page.click("button:has-text('Use a passkey')")
    page.wait_for_url("**/accounts/add/")


def test_a_passkey_is_the_second_factor_after_a_password(page: Page, site: Site) -> None:
    start = add(site, "Tom", "worker")
    with_authenticator(page)
    page.goto(site.url)
    type_and_enter(page, Email_address="tom@northmoor.example", Password=start)
    type_and_enter(page, Present_password=start, New_password=OWN, once_more=OWN)
    page.click("text=Set up a passkey")
    page.click("button:has-text('Set up')")
    page.wait_for_url("**/account/factor/**")
    page.goto(site.url)
    page.click("button:has-text('Sign out')")
    page.wait_for_url("**/account/login/**")
    type_and_enter(page, Email_address="tom@northmoor.example", Password=OWN)
    looked_at(page, "second-step")
    page.click("button:has-text('Use a passkey')")
    page.wait_for_url(f"{site.url}/")
    assert ", Tom" in page.inner_text("h1")


def test_a_session_that_was_ended_is_out_at_the_next_page(page: Page, site: Site) -> None:
    first_time(page, site, "Sam", "worker")
    page.goto(site.url)
    assert ", Sam" in page.inner_text("h1")
    site.python(
        "from heard.foundations.accounts.queries import staff_with_email as find\n"
        "from heard.foundations.accounts.operations import end_sessions\n"
        "from heard.foundations.audit.actor import HEARD_ITSELF\n"
        "from heard.foundations.deployment.clock import now\n"
        "end_sessions(staff=find('sam@northmoor.example'), by=HEARD_ITSELF, at=now())"
    )
    page.goto(site.url)
    assert at(page) == "/account/login/"
