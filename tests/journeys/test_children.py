"""The record of a child, and who may open it: Priya, Tom and Ruth, by keyboard alone."""

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at, tab_to
from tests.journeys.northmoor import enter, press_enter, sign_in_as
from tests.journeys.server import Site

pytestmark = pytest.mark.browser
PARTS = {
    "Reviews": "reviews",
    "Asked and talked over": "askings",
    "Heard and responded to": "points",
}


def test_priya_reads_the_record_of_maya(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Priya")
    enter(page, "Children")
    looked_at(page, "children")
    enter(page, "Maya Ellison")
    looked_at(page, "record")
    for words, name in PARTS.items():
        page.locator(".heard-parts").get_by_role("link", name=words, exact=True).focus()
        press_enter(page)
        looked_at(page, f"record-{name}")
        assert "Everyone who looks at this page is written down" in page.inner_text("main")


def find(page: Page, number: str) -> None:
    tab_to(page, "The child's id")
    page.keyboard.type(number)
    press_enter(page)


def test_tom_types_a_reason_and_ruth_is_told(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Tom")
    enter(page, "Children")
    find(page, "NM-nobody")
    looked_at(page, "not-found")
    tab_to(page, "The child's id")
    page.keyboard.press("Control+A")
    find(page, "NM1000")
    looked_at(page, "ask-for-access")
    assert "Maya" not in page.inner_text("main")
    tab_to(page, "Why do you need")
    page.keyboard.type("Maya's school rang the duty desk and Priya is away")
    enter(page, "Open the record")
    assert page.inner_text("h1") == "Maya Ellison"
    sign_in_as(page, northmoor, "Ruth")
    assert "Tom opened a record" in page.inner_text("main")


def test_ruth_restricts_names_a_reader_and_sees_who_looked(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Ruth")
    enter(page, "Children")
    enter(page, "Theo Marlow")
    enter(page, "Restrict this record")
    looked_at(page, "restrict")
    tab_to(page, "Why?")
    page.keyboard.type("A relative works in this building")
    enter(page, "Restrict it")
    enter(page, "Name who may read it")
    tab_to(page, "Their work email")
    page.keyboard.type("ivor@northmoor.example")
    tab_to(page, "Why do they need")
    page.keyboard.type("Chairs his reviews")
    enter(page, "Name them")
    looked_at(page, "readers")
    enter(page, "Theo Marlow")
    enter(page, "See who looked")
    looked_at(page, "who-looked")
    assert "Ruth" in page.inner_text("main table")


def test_a_restricted_record_stays_closed_to_sam(page: Page, northmoor: Site) -> None:
    sign_in_as(page, northmoor, "Sam")
    enter(page, "Children")
    find(page, "NM1001")
    tab_to(page, "Why do you need")
    page.keyboard.type("I would like to know more about him")
    enter(page, "Open the record")
    looked_at(page, "refused")
    assert page.inner_text("h1") == "This record stays closed"


OTHERS = [
    ("Kit", "/settings/"), ("Kit", "/accounts/"), ("Kit", "/audit/"),
    ("Dana", "/returns/"), ("Dana", "/returns/delegates/"),
    ("Lena", "/voice-plan/"), ("Lena", "/voice-plan/2025-26/"),
    ("Olu", "/imports/"), ("Olu", "/alerts/"), ("Olu", "/account/factor/"),
    ("Olu", "/account/sessions/"), ("Olu", "/account/password/"), ("Olu", "/nowhere/"),
]  # fmt: skip


@pytest.mark.parametrize("name, path", OTHERS)
def test_other_pages_have_no_barrier(page: Page, northmoor: Site, name: str, path: str) -> None:
    sign_in_as(page, northmoor, name)
    page.goto(f"{northmoor.url}{path}")
    looked_at(page, path.strip("/").replace("/", "-"))
