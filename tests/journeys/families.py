"""Nan in Northmoor, a form for her, and moving by keyboard as families do on their own devices."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.browser import PATIENCE
from tests.journeys.northmoor import enter
from tests.journeys.replaying import nothing_more_happens, replaying
from tests.journeys.server import Site

NAN = """
from heard.child.people import operations as people
from heard.child.people.models import Adult, Child
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment import clock
who = {"by": HEARD_ITSELF, "at": clock.now()}
maya = Child.objects.get(given_name="Maya")
nan = Adult.objects.filter(name="Nan").first() or people.add_adult(name="Nan", contact="", **who)
if not maya.ties.filter(adult=nan).exists():
    people.tie(child=maya.pk, adult=nan.pk, kind="carer", relation="grandmother", **who)
"""
FORM = """
from heard.child.feedback.operations import Offer, offer_form
from heard.child.people.models import Worker
from heard.child.voice.codes import code_of
from heard.child.voice.operations import SafeCheck, make_link
from heard.kernel.ids import uuid7
priya = Worker.objects.get(name="Priya")
form = offer_form(id=uuid7(), offer=Offer(
    child=maya.pk, kind="adult", key="adult", version=1, language="en-GB", variant="a", plan="CIN",
    asked_by=priya.pk, asked_as="worker", asked_on=clock.today(), how="left_with_family",
    adult=nan.pk), **who)
link = uuid7()
make_link(id=link, purpose="form", subject=form.pk, child=maya.pk, adult=nan.pk,
    check=SafeCheck("own_phone", "She says that it is hers alone"), made_by=priya.staff_id, **who)
print(code_of(link))
"""


@pytest.fixture
def phone(chromium: Browser, northmoor: Site) -> Iterator[Page]:
    """Nan's own phone: another browser, small. What it sends goes off five times, and again."""
    context = chromium.new_context(
        reduced_motion="reduce", viewport={"width": 360, "height": 740}, has_touch=True
    )
    context.set_default_timeout(PATIENCE)
    with replaying(context) as sent:
        yield context.new_page()
    context.close()
    nothing_more_happens(northmoor, sent)


def nan_is_there(site: Site) -> None:
    """Let Nan be Maya's grandmother, with whom she lives."""
    site.python(NAN)


def code_for_nan(site: Site) -> str:
    """Leave a form with Nan, and return the code that opens it."""
    return site.python(NAN + FORM)


def choose(page: Page, words: str) -> None:
    """Go to a radio button or a tick box by Tab and arrows, and choose it with the space bar."""
    box = page.get_by_label(words).first
    name, kind = box.get_attribute("name"), box.get_attribute("type")
    for _ in range(120):
        if page.evaluate("document.activeElement.name") == name and (
            kind == "radio" or box.evaluate("e => e === document.activeElement")
        ):
            break
        page.keyboard.press("Tab")
    for _ in range(12):
        if box.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
    if not box.is_checked():
        page.keyboard.press("Space")
    assert box.is_checked(), words


def type_into(page: Page, label: str, words: str) -> None:
    """Go to a box by Tab, and type."""
    box = page.get_by_label(label).first
    for _ in range(120):
        if box.evaluate("e => e === document.activeElement"):
            page.keyboard.type(words)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {label!r}")


OWN_FORM = """
from heard.child.feedback.operations import Offer, offer_form
from heard.child.people.models import Child, Worker
from heard.child.voice.codes import code_of
from heard.child.voice.operations import SafeCheck, make_link
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7
who = {{"by": HEARD_ITSELF, "at": clock.now()}}
child, priya = Child.objects.get(given_name="{name}"), Worker.objects.get(name="Priya")
form = offer_form(id=uuid7(), offer=Offer(
    child=child.pk, kind="{kind}", key="{kind}", version=1, language="en-GB", variant="a",
    plan="CIN", asked_by=priya.pk, asked_as="worker", asked_on=clock.today(), how="alone"), **who)
link = uuid7()
make_link(id=link, purpose="form", subject=form.pk, child=child.pk, adult=None,
    check=SafeCheck("{way}", "Asked today"), made_by=priya.staff_id, **who)
print(code_of(link))
"""


def code_for(site: Site, name: str, kind: str, way: str) -> str:
    """Make a form for a child, and return the code that opens it."""
    return site.python(OWN_FORM.format(name=name, kind=kind, way=way))


def checked_link(page: Page) -> str:
    """Make the safe-contact check for a phone of their own, and return the link."""
    choose(page, "By a link on a phone of their own")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    type_into(page, "Whom did you ask", "I asked her today: only she uses it")
    enter(page, "Make the code")
    return page.inner_text(".heard-slip__link")
