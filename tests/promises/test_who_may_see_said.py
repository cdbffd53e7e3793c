"""The pages of something that was said: who opens it and who acts on it, hand-written.

`who_may_do_what.csv` says which roles may open such a page at all; here stands, for each choice of
its speaker, what each person gets. "acts" opens every page, "sees" the words alone.
"""

from typing import Any

import pytest
from django.urls import reverse

from heard.child.people.operations import open_glass, restrict
from heard.child.story.urls import said as pages
from heard.child.voice.models import Said
from heard.child.voice.operations import Words, pass_on, say
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7
from tests.cast import ROLES, SYSTEM, TODAY, Cast
from tests.promises.samples import signed_in

pytestmark = pytest.mark.django_db
PEOPLE = ["visitor", *ROLES]
OF_SAID = [p.name for p in pages.urlpatterns if "<uuid:said>" in str(p.pattern)]
ACTING = [name for name in OF_SAID if name != "one"]

# Priya works with Maya and Theo; Ivor chairs Theo's reviews, Dev speaks for Maya.
CASES = [
    ("Maya", "worker", "", {"Priya": "acts", "Ruth": "acts"}),
    ("Maya", "helping", "", {"Priya": "acts", "Ruth": "acts", "Dev": "sees"}),
    ("Theo", "helping", "", {"Priya": "acts", "Ruth": "acts", "Ivor": "sees"}),
    ("Theo", "worker", "", {"Priya": "acts", "Ruth": "acts"}),
    ("Maya", "named", "Dev", {"Priya": "acts", "Dev": "sees"}),
    ("Maya", "helping", "glass", {"Priya": "acts", "Ruth": "acts", "Dev": "sees", "Tom": "sees"}),
    ("Maya", "worker", "glass", {"Priya": "acts", "Ruth": "acts"}),
    ("Maya", "worker", "passed", {"Priya": "acts", "Ruth": "acts", "Tom": "acts"}),
    ("Theo", "helping", "restricted", {"Priya": "acts", "Ruth": "acts"}),
    ("Ada", "helping", "", {"Sam": "acts"}),
]


@pytest.mark.parametrize("child, audience, more, expected", CASES)
def test_each_person_gets_what_the_speaker_chose(
    cast: Cast, settings: Any, child: str, audience: str, more: str, expected: dict[str, str]
) -> None:
    settings.HEARD_TODAY = TODAY.isoformat()
    said = something(cast, child, audience, more)
    got = {person: gets(cast, person, said) for person in PEOPLE}
    assert {p: what for p, what in got.items() if what != "nothing"} == expected


def something(cast: Cast, child: str, audience: str, more: str) -> Said:
    named = (cast["Dev"].pk,) if more == "Dev" else ()
    words = Words(
        way="car", words="Only for you", happened_on=TODAY, audience=audience, named=named
    )
    pk = cast.children[child].pk
    row = say(id=uuid7(), child=pk, said=words, written_by=None, **SYSTEM)
    if more == "glass":
        tom = cast["Tom"]
        open_glass(child=pk, staff=tom, reason="On duty tonight", by=tom.actor, at=clock.now())
    if more == "passed":
        to = {"to": cast.workers["Tom"].pk, "due": TODAY, "on": TODAY, "staff": cast["Priya"].pk}
        pass_on(said=row.pk, words="", person_told=True, **to, **SYSTEM)
    if more == "restricted":
        restrict(child=pk, restricted=True, reason="A relative works here", **SYSTEM)
    return row


def gets(cast: Cast, person: str, said: Said) -> str:
    """Return "acts" where every page opens, "sees" where the words alone do, else "nothing"."""
    opened = {name: _asked(cast, person, name, said) for name in OF_SAID}
    if person == "visitor":
        assert set(opened.values()) == {302}
        return "nothing"
    if all(opened[name] in {200, 302} for name in OF_SAID):
        return "acts"
    assert all(opened[name] == 404 for name in ACTING)
    return "sees" if opened["one"] == 200 else "nothing"


def _asked(cast: Cast, person: str, name: str, said: Said) -> int:
    """Return how a page answers in a session of its own: some lend it to the person who spoke."""
    page = reverse(f"story:{name}", args=[said.pk])
    return signed_in(cast, person).get(page).status_code


@pytest.mark.parametrize("person", PEOPLE)
def test_closing_questions_of_an_adult_are_the_workers(cast: Cast, person: str) -> None:
    whose = [cast.children["Maya"].pk, cast.adults["Nan"].pk]
    want = {"Priya": 200, "Ruth": 200, "visitor": 302}.get(person, 404)
    for name in ("closing_of_adult", "closing_of_adult_thanks"):
        page = reverse(f"story:{name}", args=whose)
        assert signed_in(cast, person).get(page).status_code == want
