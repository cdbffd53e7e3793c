"""Kit makes a team, adds a worker and links their account, by keyboard alone."""

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at, tab_to
from tests.journeys.northmoor import enter, press_enter, sign_in_as, step_up
from tests.journeys.server import Site

pytestmark = pytest.mark.browser


def sign_in_as_kit(page: Page, site: Site) -> None:
    """Sign in and show the second factor again: what opens records asks for it."""
    sign_in_as(page, site, "Kit")
    page.goto(f"{site.url}/accounts/add/")
    step_up(page, site, "kit")


def add_a_worker(page: Page, name: str, team: str) -> None:
    """From Teams and workers: a worker in a team, whom no file brought in."""
    enter(page, "Add a worker")
    looked_at(page, "workers-add")
    tab_to(page, "Name")
    page.keyboard.type(name)
    tab_to(page, "Their id in your case management system")
    page.keyboard.type("W-77")
    tab_to(page, "Team", exact=True)
    page.keyboard.type(team)
    enter(page, "Add the worker")


def test_kit_makes_a_team_and_gives_a_worker_their_account(page: Page, northmoor: Site) -> None:
    northmoor.python(
        "from heard.foundations.accounts.operations import add_account\n"
        "from heard.foundations.audit.actor import HEARD_ITSELF\n"
        "from heard.foundations.deployment.clock import now\n"
        "add_account(email='noor@northmoor.example', name='Noor', roles=frozenset({'worker'}),"
        " password=None, by=HEARD_ITSELF, at=now())"
    )
    sign_in_as_kit(page, northmoor)
    enter(page, "Teams and workers", exact=True)
    looked_at(page, "teams")
    enter(page, "Make a team")
    tab_to(page, "Name of the team")
    page.keyboard.type("Harbour")
    looked_at(page, "teams-add")
    enter(page, "Make the team")
    looked_at(page, "team")
    enter(page, "Teams and workers", exact=True)
    add_a_worker(page, "Noor Haddad", "Harbour")
    tab_to(page, "Their work email")
    page.keyboard.type("nor@northmoor.example")
    enter(page, "Link the account")
    looked_at(page, "worker-refused")
    assert "No account has this email" in page.inner_text("main")
    tab_to(page, "Their work email")
    page.keyboard.press("Control+A")
    page.keyboard.type("noor@northmoor.example")
    press_enter(page)
    looked_at(page, "worker")
    assert "noor@northmoor.example is now linked" in page.inner_text("body")
    enter(page, "Workers", exact=True)
    looked_at(page, "workers")
    tab_to(page, "Part of their name")
    page.keyboard.type("haddad")
    press_enter(page)
    assert "Noor Haddad" in page.inner_text("main table")
    assert "Priya" not in page.inner_text("main table")


def test_kit_names_who_manages_a_team_and_unlinks_a_worker(page: Page, northmoor: Site) -> None:
    sign_in_as_kit(page, northmoor)
    enter(page, "Teams and workers", exact=True)
    enter(page, "Make a team")
    tab_to(page, "Name of the team")
    page.keyboard.type("Quay")
    enter(page, "Make the team")
    tab_to(page, "Their work email")
    page.keyboard.type("ruth@northmoor.example")
    enter(page, "Name the manager")
    looked_at(page, "team-managed")
    assert "manages this team from now on" in page.inner_text("body")
    page.goto(f"{northmoor.url}/teams/workers/?text=Tom")
    enter(page, "Tom", exact=True)
    looked_at(page, "worker-linked")
    enter(page, "Unlink the account")
    assert "has no account now" in page.inner_text("body")
