"""Two worlds that differ in one hidden thing that Maya said answer everybody else alike.

Counts, pages, headers, cookies, files and emails, to the byte, for those who may not know of it.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from pytest_django import Settings

from heard.child.voice.models import Said
from heard.child.voice.operations import Words, say
from heard.foundations.reminders.tasks import send_due_emails
from tests.cast import NOON, TODAY, Cast
from tests.promises.twin_worlds import (
    Asked,
    ask_everything,
    differences,
    prepared,
    without_chance,
)

STAFF = "heard.config.doors.staff"
OTHERS = ("visitor", "Tom", "Olu", "Lena", "Sam", "Kit")
HIDDEN = UUID("01a20000-0000-7000-8000-00000000dead")
WORDS = "Please don't tell Nan: I am scared at night."

pytestmark = pytest.mark.django_db


def maya_says(cast: Cast, words: str, **more: Any) -> Said:
    """Let Maya say something to her worker only, which the others must never notice."""
    given = {"way": "car", "happened_on": TODAY, "audience": "worker", "soon": True, **more}
    priya = cast["Priya"]
    return say(
        id=HIDDEN,
        child=cast.children["Maya"].pk,
        said=Words(words=words, **given),
        written_by=priya.pk,
        by=priya.actor,
        at=NOON,
    )


def world(
    people: tuple[str, ...],
    hidden: Callable[[Cast], object],
    methods: tuple[str, ...] = ("get", "post"),
) -> tuple[list[Asked], list[str]]:
    """Return all that these people can ask in one world, and the emails that they got there."""
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        without_chance(patch)
        cast, samples = prepared()
        hidden(cast)
        things = {
            "child": [c.pk for c in cast.children.values()],
            "said": [HIDDEN],
            "adult": [cast.adults["Nan"].pk],
            "worker": [cast.workers["Priya"].pk],
        }
        asked = [a for who in people for a in ask_everything(samples, who, things, STAFF, methods)]
        mails = [address for who in people for address in emails(cast, who)]
        transaction.set_rollback(True)
    return asked, mails


def emails(cast: Cast, person: str) -> list[str]:
    """Return the emails that this person gets; all that one says is fixed (reminders.rules)."""
    went: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("heard.foundations.reminders.mail.send", went.append)
        send_due_emails(NOON)
    return [to for to in went if person in cast.staff and to == cast[person].email]


def nothing(cast: Cast) -> None:
    """Maya keeps it to herself."""


@pytest.mark.parametrize("people", [OTHERS[:3], OTHERS[3:]], ids=", ".join)
def test_nobody_else_notices_that_maya_said_something(
    people: tuple[str, ...], settings: Settings
) -> None:
    settings.EMAIL_URL = "smtp://localhost"
    kept, said_ = world(people, nothing), world(people, lambda cast: maya_says(cast, WORDS))
    assert len(kept[0]) > 500
    assert differences(kept[0], said_[0]) == []
    assert kept[1] == said_[1]


def test_the_worker_does_notice() -> None:
    """The control: the same comparison sees it where it may be seen, and nothing else differs."""

    def opened(hidden: Callable[[Cast], object]) -> list[Asked]:
        return world(("Priya",), hidden, methods=("get",))[0]

    one = opened(nothing)
    found = differences(one, opened(lambda cast: maya_says(cast, WORDS)))
    assert any(str(HIDDEN) in line for line in found), found
    assert differences(one, opened(nothing)) == []
