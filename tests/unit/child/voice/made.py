"""Something that Maya, or Nan, said."""

from datetime import date
from typing import Any

from heard.child.voice.models import Said
from heard.child.voice.operations import Words, say
from heard.kernel.ids import uuid7
from tests.cast import NOON, SYSTEM, TODAY, Cast

COUSINS = "I want to see my cousins."


def said(cast: Cast, child: str = "Maya", by: str = "Priya", **words: Any) -> Said:
    """Let somebody of the cast write down what a child said; `by=""`: they sent it themselves."""
    staff = cast[by] if by else None
    given = {"way": "car", "words": COUSINS, "happened_on": TODAY, **words}
    who = {"by": staff.actor, "at": NOON} if staff else SYSTEM
    return say(
        id=uuid7(),
        child=cast.children[child].pk,
        said=Words(**given),
        written_by=staff and staff.pk,
        **who,
    )


def who(cast: Cast, name: str, on: date = TODAY) -> dict[str, Any]:
    """Return what most moves ask for: who, on which day, when it was recorded."""
    return {"staff": cast[name].pk, "on": on, "by": cast[name].actor, "at": NOON}


def person(on: date = TODAY, written_by: Any = None) -> dict[str, Any]:
    """Return what the person's own moves ask for."""
    return {"written_by": written_by, "on": on, **SYSTEM}
