"""From the screens to the return: what Ivor, Priya and Ruth do is counted, figure by figure."""

import json
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from heard.authority.returns import operations as returns
from heard.child.people import operations as people
from heard.child.voice.operations import Talk, Words, say, talk_over
from heard.kernel.ids import uuid7
from heard.kernel.time import ReportingYear
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.evidence.world import address, assessed, sent, shown
from tests.unit.child.reviews.screens import planned
from tests.unit.child.reviews.screens import sent as chaired


def figures(cast: Cast) -> dict[str, Any]:
    """Build the return on the day after, so that today counts."""
    tomorrow = TODAY + timedelta(days=1)
    who = {"by": cast["Olu"].actor, "at": NOON + timedelta(days=1)}
    year = ReportingYear.parse("2026-27")
    built = returns.build(year=year, as_of=None, today=tomorrow, **who)
    items: dict[str, Any] = json.loads(built.items)
    return items


def newly_in_work(cast: Cast, name: str, born: date, began: date) -> Any:
    """Make a child of Priya's whose work began on a day."""
    child = people.add_child(
        authority_id=f"NM-{name}", given_name=name, family_name="", birth_date=born, **SYSTEM
    ).pk
    people.start_work(child=child, level="EH", on=began, **SYSTEM)
    people.allocate(child=child, worker=cast.workers["Priya"].pk, on=began, **SYSTEM)
    return child


def test_reviews_that_were_recorded_are_counted_in_2b(cast: Cast) -> None:
    before = figures(cast)["2b"]["by_plan"]
    ivor, priya = client_of(cast["Ivor"]), client_of(cast["Priya"])
    ivor.post(reverse("reviews:record_planned", args=[planned(cast)]), chaired())
    record = reverse("reviews:record", args=[cast.children["Maya"].pk])
    priya.post(record, chaired(plan_type="EH", there="no", views=[]))
    after = figures(cast)["2b"]["by_plan"]
    assert after["CLA"]["PN1"]["count"] == before["CLA"]["PN1"]["count"] + 1
    assert (after["EH"]["uncoded"]["count"], after["EH"]["held"]) == (1, 1)
    review = cast.children["Maya"].reviews.get()
    right = chaired(plan_type="EH", there="no", views=["views_came"], after=str(review.pk))
    priya.post(reverse("reviews:put_right", args=[review.pk]), right)
    mended = figures(cast)["2b"]["by_plan"]["EH"]
    assert (mended["PN5"]["count"], mended["uncoded"]["count"], mended["held"]) == (1, 0, 1)


def test_answers_that_were_given_are_counted_in_2a(cast: Cast) -> None:
    ruth = client_of(cast["Ruth"])
    maya, theo = assessed(cast)
    waiting = {"yes": 0, "no": 0, "not_appropriate": 0, "unanswered": 2, "percent": None}
    assert figures(cast)["2a"]["assessment"] == waiting
    ruth.post(address(maya), shown())
    ruth.post(address(theo), sent("not_appropriate", reason="In hospital"))
    now = {"yes": 1, "no": 0, "not_appropriate": 1, "unanswered": 0, "percent": 100.0}
    assert figures(cast)["2a"]["assessment"] == now


def test_what_was_asked_and_what_was_decided_is_counted_in_2c(cast: Cast) -> None:
    before = figures(cast)["2c"]["children"]
    baby = newly_in_work(cast, "Baby", date(2025, 1, 1), date(2026, 8, 23))
    leah = newly_in_work(cast, "Leah", date(2015, 1, 1), date(2026, 9, 10))
    ruth, priya = client_of(cast["Ruth"]), cast["Priya"].pk
    form = {"id": str(uuid7()), "reason": "Too young to be asked"}
    ruth.post(reverse("asking_due:decide", args=[baby]), form)
    words = Words(way="talk", words="It is fine", happened_on=TODAY, asked=True)
    said = say(id=uuid7(), child=leah, said=words, written_by=priya, **SYSTEM)
    talk_over(said=said.pk, talk=Talk(about="How it goes"), on=TODAY, staff=priya, **SYSTEM)
    after = figures(cast)["2c"]["children"]
    assert after["not_appropriate"] == before["not_appropriate"] + 1
    assert after["yes"] == before["yes"] + 1
    assert after["no"] == before["no"]
