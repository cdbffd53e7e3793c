"""A page that is in a person's hands locks the session, and then no other page opens (law 7).

Every page of the staff door is walked, for each way in which a device comes into somebody's hands.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from heard.child.handing.models import Lent
from heard.config.reference.doors import Page, pages_of
from heard.config.reference.reading_age import PAGES
from tests.cast import Cast
from tests.promises.samples import Samples, make_samples, signed_in
from tests.promises.twin_worlds import NAMED
from tests.unit.child.handing.made import HANDS

HEARD = Path(__file__).parents[2] / "heard"
BACK = "/hand/back/"
FREE = {"/healthz"}
STAFF = pages_of("heard.config.doors.staff")
# Without the header of staff: on the worker's device, and on the family's own.
FRAMES = {
    "child/handing/jinja2/handing/frame.html",
    "child/feedback/jinja2/feedback/family/frame.html",
}


def address(page: Page, samples: Samples, person: str) -> str:
    """Return the address of a page, about Maya where it does not say about whom."""
    cast, said = samples.cast, samples.things["today:bring"]["said"]
    usual = {"child": cast.children["Maya"].pk, "adult": cast.adults["Nan"].pk, "said": said}
    given = usual | samples.arguments(page.name, person)
    return reverse(page.name, kwargs={name: given[name] for name in NAMED.findall(page.path)})


def asked(client: Client, path: str) -> Iterator[tuple[str, int, str, str]]:
    """Ask a page in both ways; keep nothing of it."""
    for method in ("get", "post"):
        with transaction.atomic():
            response = getattr(client, method)(path)
            yield method, response.status_code, response.get("Location", ""), response.text
            transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", HANDS)
def test_nothing_else_opens(cast: Cast, kind: str) -> None:
    samples, hand = make_samples(cast), HANDS[kind](cast)
    client = signed_in(cast, hand.lender)
    assert client.get(hand.first).status_code == 200
    others = [make(cast) for name, make in HANDS.items() if name != kind]
    paths = {address(page, samples, hand.lender) for page in STAFF} - FREE - {BACK}
    paths |= {"/nothing/", *(path for one in others for path in one.theirs)}
    under = {path for path in paths if path.startswith(hand.first.removesuffix("start/"))}
    wrong = [
        f"{method} {path}: {status} {to}"
        for path in sorted(paths - under)
        for method, status, to, _ in asked(client, path)
        if (status, to) != (302, hand.first)
    ]
    assert len(paths - under) > 100
    assert not wrong


@pytest.mark.django_db
@pytest.mark.parametrize("person", ["Priya", "Ruth", "Ivor"])
def test_a_page_in_their_frame_locks_and_no_other_page_does(cast: Cast, person: str) -> None:
    samples, theirs, wrong = make_samples(cast), set(), []
    paths = {address(page, samples, person): page.name for page in STAFF}
    hands = {name: make(cast) for name, make in HANDS.items()}
    paths |= {path: name for name, hand in hands.items() for path in hand.theirs}
    for path, name in paths.items():
        client = signed_in(cast, person)
        client.raise_request_exception = False  # the passkey among the samples is not a real one
        with transaction.atomic():
            response = client.get(path)
            framed = response.status_code == 200 and f'href="{BACK}"' in response.text
            locked = Lent.objects.filter(back_at=None).exists()
            transaction.set_rollback(True)
        theirs |= {path} if framed else set()
        if framed != locked:
            wrong.append(f"{name} {path}: framed {framed}, locked {locked}")
    assert not wrong
    assert theirs >= {
        path for hand in hands.values() if hand.lender == person for path in hand.theirs
    }


def test_every_page_for_a_person_stands_in_one_of_two_frames() -> None:
    """A page that hides the header of staff by itself would lock nothing."""
    hides = {
        str(path.relative_to(HEARD))
        for path in HEARD.rglob("*.html")
        if "{% block frame_top %}" in path.read_text()
    }
    assert hides - {"foundations/ui/jinja2/ui/page.html"} == FRAMES


def test_every_page_that_is_measured_for_a_child_stands_in_the_frame() -> None:
    """Those on the worker's device, in the list of who reads what."""
    framed = ("handing/frame.html", "reviews/after_frame.html", "feedback/asking/base.html")
    ours = {
        path
        for pattern in PAGES
        for path in HEARD.glob(pattern)
        if not {"family", "links", "help_lines.html"} & set(path.parts)
    }
    bare = {
        path.name
        for path in ours - {HEARD / frame for frame in FRAMES}
        if not any(f'extends "{frame}"' in path.read_text() for frame in framed)
    }
    assert bare == {"base.html"}  # of the questions: the frame of each door, given by the view
    assert len(ours) > 10
