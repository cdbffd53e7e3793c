"""Maya and Theo on one assessment, with something said, talked over and answered."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from heard.child.evidence.models import Point
from heard.child.evidence.operations import authorise, put_up
from heard.child.voice.models import Said, Step
from heard.child.voice.operations import Talk, Words, answer, say, talk_over
from heard.kernel.ids import uuid7
from tests.cast import SYSTEM, TODAY, Cast

LAST_WEEK = TODAY - timedelta(days=7)


def assessed(cast: Cast, *names: str) -> list[UUID]:
    """Put an assessment of these children up and authorise it yesterday; return their points."""
    one, children = uuid7(), [cast.children[name].pk for name in names or ("Maya", "Theo")]
    put_up(id=one, children=children, reference="", staff=cast["Priya"].pk, **SYSTEM)
    on = TODAY - timedelta(days=1)
    authorise(assessment=one, on=on, staff=cast["Ruth"].pk, **SYSTEM)
    points = Point.objects.filter(authority_point_id=one.hex)
    return [points.get(child=child).pk for child in children]


def answered_words(cast: Cast, audience: str = "helping") -> tuple[Said, Step, Step]:
    """Maya said something; it was talked over, and something changed."""
    priya = cast["Priya"].pk
    words = Words(way="car", words="See my cousins", happened_on=LAST_WEEK, audience=audience)
    said = say(id=uuid7(), child=cast.children["Maya"].pk, said=words, written_by=priya, **SYSTEM)
    who = {"staff": priya, "on": LAST_WEEK}
    talk_over(said=said.pk, talk=Talk(about="Her cousins"), **who, **SYSTEM)
    answer(said=said.pk, possible=True, words="On Sundays", **who, **SYSTEM)
    return said, said.steps.get(move="heard"), said.steps.get(move="done")


def address(point: UUID) -> str:
    """Return the page of one point."""
    return reverse("evidence:answer", args=[point])


def sent(answer: str, **more: Any) -> dict[str, Any]:
    """Return what a manager sends about one child."""
    return {"id": str(uuid7()), "after": "", "answer": answer, "reason": "", **more}


def shown(**more: Any) -> dict[str, Any]:
    """Return a yes that names records elsewhere."""
    heard, responded = "Visit of 3 November", "Letter of 9 November"
    return sent("yes", heard_reference=heard, responded_reference=responded) | more
