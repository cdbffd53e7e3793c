"""Laws 1 and 7 at the families' door, walked: what was typed stands, and what was read is written.

Every page that a link of any purpose opens is read; boxes are typed into where a form is asked.
What is typed as the work ends: tests/unit/child/feedback/family/test_told.py.
"""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.urls import reverse

from heard.child.voice.models import PURPOSES
from heard.config.doors import family
from heard.config.reference.doors import pages_of
from heard.foundations.audit.models import AuditEvent
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7
from tests.cast import Cast
from tests.promises.test_law_1_what_was_typed_stays import BOX, FIELD, SHOWN, TYPED, WRONG
from tests.unit.child.feedback.family.made import (
    Phone,
    held,
    link_for,
    nans_form,
    one_link,
    told_by_nan,
)

pytestmark = pytest.mark.django_db
STEPS = ("start", "1", "2", "3", "4", "end")


def opened(cast: Cast, purpose: str) -> tuple[Phone, UUID]:
    """Let Nan open a link on her phone; return the phone and the link."""
    phone = Phone()
    if purpose == "form":
        code = nans_form(cast)[1]
    else:
        subject = told_by_nan(cast).pk if purpose == "told" else uuid7()
        code = link_for(cast, purpose, subject, at=clock.now())
    phone.open(code)
    return phone, one_link().pk


def pages(link: UUID) -> Iterator[str]:
    """Yield the address of every page that a link opens."""
    for page in pages_of(family.URLS):
        steps = STEPS if ":step>" in page.path else ("",)
        for step in steps if ":link>" in page.path else ():
            kwargs = {"link": link, **({"step": step} if step else {})}
            yield reverse(page.name, urlconf=family.URLS, kwargs=kwargs)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_the_door_names_no_child_and_a_look_at_words_is_on_the_trail(
    cast: Cast, purpose: str
) -> None:
    phone, link = opened(cast, purpose)
    read = []
    for address in pages(link):
        before = AuditEvent.objects.count()
        text = phone.client.get(address).content.decode()
        now = set(AuditEvent.objects.values_list("verb", flat=True)[before:])
        assert not any(name in text for name in cast.children), address
        if "She cries on Sundays." in text:
            read.append(now)
    assert read == ([{"record.read"}] if purpose == "told" else [])


def test_all_that_was_typed_at_the_door_stands_there(cast: Cast) -> None:
    phone, link = opened(cast, "form")
    boxes = 0
    for address in pages(link):
        text = (page := phone.client.get(address)).content.decode()
        if page.status_code != 200 or not BOX.search(text):
            continue
        nonsense = {name: WRONG for name in FIELD.findall(text) if name not in held(page)}
        answer = phone.post(
            address, **held(page) | nonsense | dict.fromkeys(BOX.findall(text), TYPED)
        )
        shown = answer.content + phone.client.get(address).content
        assert SHOWN in shown.decode(), address
        boxes += len(BOX.findall(text))
    assert boxes >= 4, "a question each, with room for words"
