"""The families' door: nobody comes in without a link, whoever they are, and no staff page is there.

Walks every page of the door, so that a new one is held to it without anyone remembering.
"""

import pytest
from django.test import Client
from django.urls import reverse

from heard.child.voice.models import Link
from heard.config.doors import family
from heard.config.reference.doors import Page, pages_of
from heard.kernel.ids import uuid7
from tests.cast import ROLES, Cast
from tests.promises.samples import signed_in
from tests.unit.child.feedback.family.made import Phone, nans_form

PAGES = {page.name: page for page in pages_of(family.URLS)}
STAFF = {page.name for page in pages_of("heard.config.doors.staff")}
# Whoever has a code comes to these; none of them shows anything of anybody's.
OPEN = {"family:enter", "family:open", "family:later", "family:link"}
SENT = ("once", "csrfmiddlewaretoken", "value=")


def address(page: Page, link: object) -> str:
    named = {"link": link, "step": "start", "code": "ACDEF-GHJKM-NPQRT"}
    kwargs = {name: value for name, value in named.items() if f":{name}>" in page.path}
    return reverse(page.name, urlconf=family.URLS, kwargs=kwargs)


def test_each_page_says_that_a_link_opens_it_and_none_is_for_staff() -> None:
    assert {name for name, page in PAGES.items() if page.open_to == "everyone"} == OPEN
    for name in PAGES.keys() - OPEN:
        assert PAGES[name].open_to == "families", name
        assert PAGES[name].permission is None
    assert not PAGES.keys() & STAFF


@pytest.mark.django_db
@pytest.mark.parametrize("person", ["visitor", *ROLES])
def test_without_the_browser_that_opened_it_every_page_is_closed(cast: Cast, person: str) -> None:
    _, code = nans_form(cast)
    Phone().open(code)
    opened = Link.objects.get(purpose="form").pk
    wrong = []
    for name in PAGES.keys() - OPEN:
        for link in (opened, uuid7()):
            client: Client = signed_in(cast, person)
            for ask in (client.get, client.post):
                answer = ask(address(PAGES[name], link), headers={"Origin": "http://testserver"})
                if answer.status_code not in (404, 405):
                    wrong.append(f"{name}: {answer.status_code}")
    assert not wrong


@pytest.mark.django_db
def test_staff_and_strangers_are_told_the_same(cast: Cast) -> None:
    _, code = nans_form(cast)
    for path in ("/family/", f"/family/{code}/", "/family/later/", "/family/nothing/"):
        bodies = {shown(signed_in(cast, person), path) for person in ("visitor", "Priya", "Kit")}
        assert len(bodies) == 1, path


def shown(client: Client, path: str) -> str:
    """Return a page but for the values that its forms carry."""
    lines = client.get(path).content.decode().splitlines()
    return "\n".join(line for line in lines if not any(word in line for word in SENT))
