"""Law 7, walked: no page shows anything of a child but the look is on the trail in that request.

Every page of the staff's door, for every thing of each child, as everybody who has a reason. A page
that names a child, or says what they said, wrote down whose record was read, or which list was.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from heard.child.feedback.models import Form
from heard.child.people.operations import open_glass
from heard.child.reviews.models import PlannedReview, Review
from heard.child.voice.models import Said
from heard.config.reference.doors import Page, pages_of
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.models import AuditEvent
from heard.foundations.deployment import clock
from tests.cast import ROLES, Cast
from tests.promises.samples import make_samples, signed_in
from tests.promises.twin_worlds import addresses
from tests.unit.child.voice.made import said

pytestmark = pytest.mark.django_db
PAGES = pages_of("heard.config.doors.staff")
READERS = ("Priya", "Tom", "Ruth", "Ivor", "Dev", "Olu")


class Looked(NamedTuple):
    """One page that opened: what it showed, and whose records the trail says were read for it."""

    request: str
    text: str
    read: set[str]
    listed: bool


@pytest.mark.parametrize("person", READERS)
def test_no_page_shows_a_child_without_a_line_on_the_trail(cast: Cast, person: str) -> None:
    names = {str(child.pk): name for name, child in cast.children.items()}
    looks = list(everything_opened(cast, person))
    assert any(look.read or look.listed for look in looks), "the walk reads somebody's record"
    wrong = []
    for look in looks:
        shown = {pk for pk, name in names.items() if re.search(rf"\b{name}\b", look.text)}
        if not look.listed and shown - look.read:
            wrong.append(f"{person} {look.request} shows {sorted(names[pk] for pk in shown)}")
    assert not wrong


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_trail_cannot_be_changed_quietly(cast: Cast, change: str) -> None:
    """Not even by whoever may write. How a change behind the database's back is found: audit."""
    event = AuditEvent.objects.filter(seq=AuditEvent.objects.latest("seq").seq)
    how = {"update": lambda: event.update(actor_name="Nobody"), "delete": event.delete}
    refused = pytest.raises(DatabaseError, match="append-only")
    with refused, transaction.atomic(), writing_allowed("test"):
        how[change]()


def everything_opened(cast: Cast, person: str) -> Iterator[Looked]:
    """Yield every page that opens to somebody, for every thing that it can name."""
    samples, things = make_samples(cast), something_of_each(cast)
    if person == "Tom":
        tom, child = cast["Tom"], cast.children["Maya"].pk
        why = "Covering the duty desk tonight"
        open_glass(child=child, staff=tom, reason=why, by=tom.actor, at=clock.now())
    client = signed_in(cast, person)
    for page in (page for page in PAGES if page.for_role(ROLES[person])):
        if page.open_to == "everyone":  # the gallery and the help know nobody's record
            continue
        for arguments in addresses(page, samples, person, things):
            look = opened(client, page, arguments)
            if look:
                yield look


def something_of_each(cast: Cast) -> dict[str, list[Any]]:
    for name in cast.children:
        said(cast, child=name, by="", audience="helping")
    return {
        "child": [child.pk for child in cast.children.values()],
        "said": list(Said.objects.values_list("pk", flat=True)),
        "form": list(Form.objects.values_list("pk", flat=True)),
        "review": list(Review.objects.values_list("pk", flat=True)),
        "planned": list(PlannedReview.objects.values_list("pk", flat=True)),
        "worker": [worker.pk for worker in cast.workers.values()],
        "adult": [adult.pk for adult in cast.adults.values()],
    }


def opened(client: Client, page: Page, arguments: dict[str, Any]) -> Looked | None:
    """Ask for a page; None where it does not open. Nothing is kept."""
    address = reverse(page.name, kwargs=arguments)
    with transaction.atomic():
        before = AuditEvent.objects.latest("seq").seq
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        events = list(AuditEvent.objects.filter(seq__gt=before))
        transaction.set_rollback(True)
    if answer.status_code != 200:
        return None
    read = {event.child for event in events if event.verb == "record.read"}
    listed = any(event.verb == "records.listed" for event in events)
    return Looked(page.name, body.decode(errors="replace"), read, listed)
