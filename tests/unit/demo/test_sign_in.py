"""The page where the cast of the demo signs in with one click."""

import subprocess
import sys
from typing import Any

import pyotp
import pytest
from django.test import Client

from demo.cast import CAST, _secret, code_now, make_cast, member
from heard.foundations.accounts.operations import close_account
from heard.foundations.audit.models import AuditEvent
from tests.cast import NOON, SYSTEM

WITHOUT = """
import django, os
os.environ["DJANGO_SETTINGS_MODULE"] = "heard.config.settings.{0}"
django.setup()
from django.urls import Resolver404, resolve
try:
    resolve("/demo/")
    print("there")
except Resolver404:
    print("not there")
"""


@pytest.fixture
def door(settings: Any, db: None) -> None:
    settings.ROOT_URLCONF = "heard.config.doors.demo"
    settings.HEARD_DEMO = True


@pytest.mark.parametrize("name,found", [("base", "not there"), ("demo", "there")])
def test_the_page_exists_in_the_demo_only(name: str, found: str) -> None:
    code = WITHOUT.format(name)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == found


def test_one_click_signs_in_and_the_trail_knows(door: None) -> None:
    make_cast(NOON)
    client = Client()
    assert client.get("/demo/sign-in/olu/").status_code == 405
    assert client.post("/demo/sign-in/olu/").url == "/"
    assert client.session["_auth_user_id"]
    assert AuditEvent.objects.get(verb="account.signed_in").actor_name == "Olu"
    client.post("/demo/sign-in/dana/")
    assert "Dana" in client.get("/").content.decode()


def test_only_the_cast_and_only_open_accounts(door: None) -> None:
    staff = make_cast(NOON)
    close_account(staff=staff["sam"], **SYSTEM)
    assert Client().post("/demo/sign-in/sam/").status_code == 404
    assert Client().post("/demo/sign-in/nobody/").status_code == 404


def test_the_code_on_the_page_steps_up(door: None) -> None:
    make_cast(NOON)
    client = Client()
    client.post("/demo/sign-in/kit/")
    asked = client.get("/accounts/add/").url
    assert asked.startswith("/account/factor/again/")
    assert client.post(asked, {"code": code_now(member("kit"))}).url == "/accounts/add/"
    assert client.get("/accounts/add/").status_code == 200


def test_the_code_is_the_one_that_an_app_would_show(db: None) -> None:
    assert pyotp.TOTP(_secret(member("olu"))).verify(code_now(member("olu")), valid_window=1)
    assert len({_secret(person) for person in CAST}) == len(CAST)


def test_the_cast_is_who_house_md_says(db: None) -> None:
    staff = make_cast(NOON)
    assert {key: set(person.roles) for key, person in staff.items()} == {
        "priya": {"worker"}, "tom": {"worker"}, "ruth": {"manager"}, "ivor": {"chair"},
        "sam": {"worker", "duty"}, "olu": {"analyst"}, "lena": {"participation_lead"},
        "dana": {"director"}, "kit": {"administrator"}, "dev": {"advocate"},
    }  # fmt: skip
