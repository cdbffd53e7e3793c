"""Who may see what somebody said: every audience against every relation to the child."""

import pytest

from heard.child.people import operations as people
from heard.child.reviews.operations import record_review
from heard.child.reviews.rules import ChairAnswers
from heard.child.voice import operations as voice
from heard.child.voice.permissions import reason_to_see
from heard.child.voice.queries import said_by
from heard.child.voice.rules import WideningRefused
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.unit.child.voice.made import said, who

CLOSE = {"Priya", "Ruth"}
HELPING = {*CLOSE, "Dev", "Ivor"}


@pytest.fixture
def chaired(cast: Cast) -> Cast:
    """Maya's review was chaired by Ivor, and Tom typed a reason to open her record."""
    record_review(
        child=cast.children["Maya"].pk, plan_type="CIN", held_on=TODAY,
        chair=cast.workers["Ivor"].pk, answers=ChairAnswers(there=True, spoke=True), **SYSTEM,
    )  # fmt: skip
    return cast


def who_sees(cast: Cast, row: object) -> set[str]:
    found = {name for name, staff in cast.staff.items() if reason_to_see(staff, row, NOON)}
    listed = {
        name for name, s in cast.staff.items() if row in said_by(s, cast.children["Maya"], NOON)
    }
    assert listed == found
    return found


def test_only_my_worker_is_the_worker_and_the_manager(chaired: Cast) -> None:
    assert who_sees(chaired, said(chaired, audience="worker")) == CLOSE


def test_the_people_helping_me_are_the_chair_and_the_advocate_too(chaired: Cast) -> None:
    assert who_sees(chaired, said(chaired, audience="helping")) == HELPING


def test_the_people_i_name_are_those_and_whoever_holds_it(chaired: Cast) -> None:
    row = said(chaired, audience="named", named=(chaired["Dev"].pk,))
    assert who_sees(chaired, row) == {"Priya", "Dev"}


def test_the_glass_opens_what_is_shared_with_the_people_helping_and_no_more(chaired: Cast) -> None:
    rows = {a: said(chaired, audience=a) for a in ("worker", "helping", "named")}
    people.open_glass(
        child=chaired.children["Maya"].pk, staff=chaired["Tom"], reason="Duty call tonight",
        by=chaired["Tom"].actor, at=NOON,
    )  # fmt: skip
    assert {a for a, row in rows.items() if "Tom" in who_sees(chaired, row)} == {"helping"}


def test_whoever_it_was_passed_to_sees_that_one_thing(chaired: Cast) -> None:
    row, other = said(chaired, audience="worker"), said(chaired, audience="worker")
    passing = {"to": chaired.workers["Sam"].pk, "due": TODAY, "words": "", "person_told": True}
    voice.pass_on(said=row.pk, **passing, **who(chaired, "Priya"))
    assert reason_to_see(chaired["Sam"], _again(row), NOON)
    assert not reason_to_see(chaired["Sam"], other, NOON)


def test_a_restricted_record_shows_nothing_further(chaired: Cast) -> None:
    row = said(chaired, audience="helping")
    people.restrict(
        child=row.child_id, restricted=True, reason="A relative works here",
        by=chaired["Ruth"].actor, at=NOON,
    )  # fmt: skip
    chaired.children["Maya"].refresh_from_db()
    assert who_sees(chaired, _again(row)) == {*CLOSE, "Dev"}


def test_only_its_speaker_can_let_more_people_see_it(chaired: Cast) -> None:
    row = said(chaired, audience="worker")
    choosing = {"said": row.pk, "audience": "helping", "not_parents": True, "named": ()}
    with pytest.raises(WideningRefused):
        voice.choose_audience(by_speaker=False, **choosing, **SYSTEM)
    voice.choose_audience(by_speaker=True, **choosing, **SYSTEM)
    assert who_sees(chaired, _again(row)) == HELPING
    narrower = choosing | {"audience": "worker"}
    voice.choose_audience(by_speaker=False, **narrower, **SYSTEM)
    assert who_sees(chaired, _again(row)) == CLOSE
    assert row.choices.count() == 3


def test_somebody_who_is_named_no_longer_loses_sight_at_once(chaired: Cast) -> None:
    row = said(chaired, audience="named", named=(chaired["Dev"].pk,))
    voice.choose_audience(
        said=row.pk, audience="named", not_parents=True, named=(), by_speaker=True, **SYSTEM
    )
    assert who_sees(chaired, _again(row)) == {"Priya"}


def _again(row: object) -> object:
    return type(row).objects.select_related("child", "holder").get(pk=row.pk)
