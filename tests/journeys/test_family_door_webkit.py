"""The family door on WebKit, as on an iPhone, by keyboard: from the link to the thanks."""

import pytest
from selenium.webdriver import Keys, WebKitGTK

from tests.journeys.families import code_for_nan
from tests.journeys.server import Site
from tests.journeys.webkit import enter, looked_at, press, tab_to

pytestmark = pytest.mark.browser
WORDS = "Nobody told me – about Friday’s meeting."


def main_words(driver: WebKitGTK) -> str:
    found: str = driver.execute_script("return document.querySelector('main').innerText")
    return found


def test_nan_answers_on_her_own_phone(webkit: WebKitGTK, northmoor: Site) -> None:
    code = code_for_nan(northmoor)
    webkit.get(f"{northmoor.url}/family/{code}/")
    assert webkit.title == "A message"
    looked_at(webkit, "who-asks")
    enter(webkit, "Yes")
    looked_at(webkit, "why")
    enter(webkit, "Yes")
    tab_to(webkit, "not well at all")
    press(webkit, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    tab_to(webkit, "Do you want to say more?")
    press(webkit, WORDS)
    looked_at(webkit, "question")
    enter(webkit, "Next")
    webkit.back()
    webkit.refresh()
    kept = "return document.querySelector('textarea').value"
    assert webkit.execute_script(kept) == WORDS
    webkit.forward()
    for _ in range(3):
        enter(webkit, "Skip this one")
    looked_at(webkit, "last")
    assert WORDS in main_words(webkit)
    enter(webkit, "I have finished")
    looked_at(webkit, "thanks")
    assert "reads this" in main_words(webkit)
    webkit.get(f"{northmoor.url}/family/{code}/")
    assert WORDS not in main_words(webkit)
    assert "Thank you" in main_words(webkit)
