"""Reviews on screen for tests: one planned, and what a chair sends."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.test import Client

from heard.child.reviews.models import PlannedReview
from heard.child.reviews.operations import plan_review
from heard.child.voice.models import Said
from heard.child.voice.operations import Words, say
from heard.kernel.ids import uuid7
from tests.cast import SYSTEM, TODAY, Cast

YESTERDAY = TODAY - timedelta(days=1)


def planned(cast: Cast, child: str = "Theo", chair: str = "Ivor", plan: str = "CLA") -> UUID:
    """Plan a review for yesterday; return its id."""
    chair_id = cast.workers[chair].pk
    children = [cast.children[child].pk]
    days = {"plan_type": plan, "due": YESTERDAY}
    together = uuid7()
    plan_review(together=together, children=children, chair=chair_id, **days, **SYSTEM)
    return PlannedReview.objects.get(together=together).pk


def sent(**answers: Any) -> dict[str, Any]:
    """Return what a chair sends: held yesterday, the child was there and spoke, unless said."""
    return {
        "id": str(uuid7()), "after": "", "plan_type": "CLA", "held_on-day": YESTERDAY.day,
        "held_on-month": YESTERDAY.month, "held_on-year": YESTERDAY.year, "could": "yes",
        "why_not": "", "chose_not_to": "no", "there": "yes", "views": ["spoke"], **answers,
    }  # fmt: skip


def opened(client: Client, address: str) -> dict[str, Any]:
    """Open the page as somebody does, and return what its form holds of what stands now."""
    response = client.get(address)
    assert response.status_code == 200
    page = response.content.decode()
    after = page.split('name="after"')[1].split(">")[0]
    return {"after": after.split('value="')[1].split('"')[0] if "value=" in after else ""}


def said(cast: Cast, words: str, audience: str = "helping", child: str = "Theo") -> Said:
    """Keep something that a child said yesterday, written down by Priya."""
    kept = Words(way="talk", words=words, happened_on=YESTERDAY, audience=audience)
    pk, priya = cast.children[child].pk, cast["Priya"].pk
    return say(id=uuid7(), child=pk, said=kept, written_by=priya, **SYSTEM)
