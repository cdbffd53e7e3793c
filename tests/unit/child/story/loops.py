"""Something that was said, and forms of the loop filled in, for tests of its pages."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.test import Client

from heard.child.voice.models import Said
from heard.child.voice.operations import Words, say
from heard.kernel.ids import uuid7
from tests.cast import NOON, TODAY, Cast

COUSINS = "I want to see my cousins."


def maya_said(cast: Cast, words: str = COUSINS, by_priya: bool = True, **more: Any) -> Said:
    """Maya said something in the car three weeks ago; Priya wrote it down, or Maya sent it."""
    day = TODAY - timedelta(days=20)
    said = Words(**{"way": "car", "words": words, "happened_on": day, **more})
    priya = cast["Priya"]
    who = {
        "written_by": priya.pk if by_priya else None,
        "by": priya.actor,
        "at": NOON - timedelta(days=20),
    }
    return say(id=uuid7(), child=cast.children["Maya"].pk, said=said, **who)


def day_of(name: str, day: Any) -> dict[str, str]:
    """Return a day as the three boxes send it."""
    return {
        f"{name}-day": str(day.day),
        f"{name}-month": str(day.month),
        f"{name}-year": str(day.year),
    }


def turn(said: Said, **typed: Any) -> dict[str, Any]:
    """Return a form of the loop as drawn now and filled in today."""
    return {"seen": said.steps.count(), **day_of("on", TODAY), **typed}


def post(client: Client, said: UUID | Said, page: str, **typed: Any) -> Any:
    """Send one page of the loop."""
    pk = said.pk if isinstance(said, Said) else said
    return client.post(f"/said/{pk}/{page}/", typed)
