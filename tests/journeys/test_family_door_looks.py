"""The family door as a child of 9 sees it beside the worker, and a young person on their phone."""

import pytest
from playwright.sync_api import Page

from tests.journeys.browser import looked_at
from tests.journeys.families import choose, code_for, type_into
from tests.journeys.northmoor import enter
from tests.journeys.server import Site

pytestmark = pytest.mark.browser
OWN = {"Maya": ("child", "with_worker"), "Theo": ("young_person", "own_phone")}


@pytest.mark.parametrize("name", OWN)
def test_a_child_answers_through_the_door(phone: Page, northmoor: Site, name: str) -> None:
    kind, way = OWN[name]
    phone.goto(f"{northmoor.url}/family/{code_for(northmoor, name, kind, way)}/")
    looked_at(phone, f"{kind}-who-asks")
    enter(phone, "Yes")
    looked_at(phone, f"{kind}-why")
    enter(phone, "Not today")
    looked_at(phone, f"{kind}-not-today")
    enter(phone, "Go on now")
    enter(phone, "Yes")
    looked_at(phone, f"{kind}-question")
    enter(phone, "Say it more simply")
    choose(phone, "quite well")
    type_into(phone, "Do you want to say more?", "I want to see my cousins.")
    looked_at(phone, f"{kind}-answered")
    enter(phone, "I need someone soon")
    looked_at(phone, f"{kind}-someone-soon")
    enter(phone, "Go on")
    enter(phone, "Next")
    for _ in range(3):
        enter(phone, "Skip this one")
    looked_at(phone, f"{kind}-last")
    enter(phone, "I have finished")
    looked_at(phone, f"{kind}-thanks")
    assert "You get an answer by" in phone.inner_text("main")
