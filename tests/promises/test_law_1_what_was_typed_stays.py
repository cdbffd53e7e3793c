"""Law 1, walked: whatever page refuses a form, all that was typed stands on it again.

Every page of the staff's door with a box for words, for every thing of each child: a new page is
held to it without anyone remembering.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from heard.child.voice.models import Said
from heard.config.reference.doors import Page, pages_of
from tests.cast import ROLES, Cast
from tests.promises.samples import make_samples, signed_in
from tests.promises.twin_worlds import addresses

pytestmark = pytest.mark.django_db
PAGES = pages_of("heard.config.doors.staff")
TYPED = "They said: ‘I want to see my cousins’ – and <b>nobody</b> asked 😀"
SHOWN = "and &lt;b&gt;nobody&lt;/b&gt; asked 😀"
BOX = re.compile(r'<textarea[^>]*?name="([^"]+)"')
FIELD = re.compile(r'<(?:input|select|button)[^>]*?name="([^"]+)"')
# No day, no number and no choice is written like this: every form that asks for one refuses.
WRONG = "by owl"
OF_THE_PAGE = {"csrfmiddlewaretoken", "once"}
# How many pages with boxes each of them has at least; the walk must not walk past them.
FEWEST = {"Priya": 10, "Ruth": 10, "Olu": 1, "Kit": 2}


class Refused(NamedTuple):
    """A page that refused what was typed, the boxes that it has, and what it shows now."""

    name: str
    boxes: list[str]
    shown: str


@pytest.mark.parametrize("person", FEWEST)
def test_all_that_was_typed_stands_on_the_page_that_refuses(cast: Cast, person: str) -> None:
    pages = list(refused(cast, person))
    assert len({page.name for page in pages}) >= FEWEST[person], {page.name for page in pages}
    assert not sorted({f"{p.name}: {box}" for p in pages for box in p.boxes if not stands(p, box)})


def stands(page: Refused, box: str) -> bool:
    """Say whether a box holds what was typed into it."""
    again = re.search(rf'<textarea[^>]*?name="{re.escape(box)}"[^>]*>(.*?)</textarea>', page.shown)
    return again is not None and SHOWN in again[1]


def refused(cast: Cast, person: str) -> Iterator[Refused]:
    """Type into every box that somebody can open, choose nonsense, and send it. Nothing is kept."""
    samples = make_samples(cast)
    things = {
        "child": [cast.children["Maya"].pk],
        "adult": [cast.adults["Nan"].pk],
        "said": list(Said.objects.filter(way="talk").values_list("pk", flat=True)[:1]),
    }
    client = signed_in(cast, person)
    for page in (page for page in PAGES if page.for_role(ROLES[person])):
        for arguments in addresses(page, samples, person, things):
            sent = sent_wrong(client, page, arguments)
            if sent:
                yield sent


def sent_wrong(client: Client, page: Page, arguments: dict[str, Any]) -> Refused | None:
    """Send what a page asks for, all of it nonsense; None where it has no box or takes it."""
    address = reverse(page.name, kwargs=arguments)
    with transaction.atomic():
        first = client.get(address)
        html = "" if first.streaming else first.content.decode(errors="replace")
        boxes = BOX.findall(html)
        names = set(FIELD.findall(html)) - OF_THE_PAGE
        words = dict.fromkeys(names, WRONG) | dict.fromkeys(boxes, TYPED)
        answer = client.post(address, words) if boxes else first
        transaction.set_rollback(True)
    refuses = bool(boxes) and answer.status_code == 422
    return Refused(page.name, boxes, answer.content.decode()) if refuses else None
