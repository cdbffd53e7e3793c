"""Who looked, and who did what: newest first, a page at a time."""

from datetime import timedelta

import pytest

from heard.foundations.audit.queries import events_of_actor, events_of_child, who_looked
from heard.foundations.audit.reads import record_read
from tests.unit.foundations.audit.trail import AT, OLU, PRIYA, note

pytestmark = pytest.mark.django_db
MAYA = "0198b000-0000-7000-8000-000000000001"


def look(times: int) -> None:
    for number in range(times):
        at = AT + timedelta(minutes=number)
        record_read(child=MAYA, what=f"page {number}", why="works with Maya", by=PRIYA, at=at)


def test_who_looked_newest_first_in_pages_without_a_gap() -> None:
    look(7)
    record_read(child="another", what="page", why="works there", by=PRIYA, at=AT)
    first = who_looked(child=MAYA, size=3)
    assert [e.data["what"] for e in first.events] == ["page 6", "page 5", "page 4"]
    seen, page = list(first.events), first
    while page.older:
        page = who_looked(child=MAYA, before=page.older, size=3)
        seen += page.events
    assert [e.data["what"] for e in seen] == [f"page {n}" for n in range(6, -1, -1)]
    assert {(e.actor_name, e.child) for e in seen} == {("Priya", MAYA)}
    assert seen[-1].at == AT


def test_a_full_last_page_has_nothing_older() -> None:
    look(3)
    assert who_looked(child=MAYA, size=3).older is None


def test_what_somebody_did() -> None:
    look(2)
    note(times=1, seed=1, by=OLU, at=AT)
    assert [e.verb for e in events_of_actor(actor_id=OLU.id).events] == ["tests.noted"]
    assert len(events_of_actor(actor_id=PRIYA.id).events) == 2
    assert len(events_of_child(child=MAYA).events) >= 2
