"""The wording of the forms is data: version 1 word for word, and an authority's own beside it."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from heard.child.feedback import definitions
from heard.child.feedback.definitions import DefinitionWrong, definition
from heard.child.feedback.definitions.reading import parse
from heard.child.feedback.operations import keep_answer
from heard.child.feedback.presenters.filling import asked, definition_of
from heard.child.feedback.rules import began, kind_for, variant_for
from heard.child.feedback.tasks import hand_in_what_was_left
from heard.child.people.operations import add_adult, tie
from heard.child.voice.models import Said
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.unit.child.feedback.made import given, offered, who

FOLDER = Path(definitions.__file__).parent
ONE_A = "How well do you understand why I am worried about you and your family?"
ONE_B = "How well do you understand why I am working with you and your family?"
TWO = "How well do you feel like I listened to you and understand what you want to happen?"
THREE_A = (
    "How much do you agree with the plans we've talked about to make sure you are safe and "
    "looked after well?"
)
THREE_B = "How much do you agree with the plans we are making for helping your family?"
FOUR = "How much do you feel that I am helping you and your family to make things better?"
ADULT_THREE_A = (
    "How much do you agree that the plans we've talked about will help make sure your/the "
    "children are safe and get looked after?"
)
ADULT_THREE_B = (
    "How much do you agree that the plans we've talked about will help you look after your/the "
    "children well?"
)
ADULT_FOUR = (
    "How much do you feel that I am wanting and helping make things better for you and your family?"
)
EXACT = {
    ("child", "a"): [ONE_A, TWO, THREE_A, FOUR],
    ("child", "b"): [ONE_B, TWO, THREE_B, FOUR],
    ("young_person", "a"): [ONE_A, TWO, THREE_A, FOUR],
    ("young_person", "b"): [ONE_B, TWO, THREE_B, FOUR],
    ("adult", "a"): [ONE_A, TWO, ADULT_THREE_A, ADULT_FOUR],
    ("adult", "b"): [ONE_B, TWO, ADULT_THREE_B, ADULT_FOUR],
}


@pytest.mark.parametrize("key, variant", EXACT)
def test_version_1_is_word_for_word(key: str, variant: str) -> None:
    form = definition(key, 1, "en-GB")
    words = [q.wording(variant, "CIN").words for q in form.questions]
    assert words == EXACT[key, variant]


@pytest.mark.parametrize("key", ["child", "young_person", "adult"])
def test_a_care_leaver_is_asked_for_themselves(key: str) -> None:
    words = [q.wording("b", "PATHWAY").words for q in definition(key, 1, "en-GB").questions]
    assert not [w for w in words if "you and your family" in w]


def test_the_ends_of_the_scale() -> None:
    for key in ("young_person", "adult"):
        first, *_, last = definition(key, 1, "en-GB").questions
        assert (first.scale[0], first.scale[-1]) == ("not well at all", "very well")
        assert (last.scale[0], last.scale[-1]) == ("not much at all", "very much")


@pytest.mark.parametrize("key", ["child", "young_person", "adult"])
def test_every_opening_says_plan_who_sees_and_that_one_can_skip(key: str) -> None:
    opening = " ".join(definition(key, 1, "en-GB").opening)
    assert "{plan}" in opening
    assert "{seers}" in opening
    assert "skip" in opening or "leave out" in opening


NEVER = ("user", "case", "service", "submit", "placement", "contact", "sibling", "respite",
         "disclosure", "closure")  # fmt: skip


def test_no_word_that_is_not_for_children() -> None:
    text = (FOLDER / "child.v1.json").read_text() + (FOLDER / "young_person.v1.json").read_text()
    assert not [word for word in NEVER if word in text.lower()]


def ours(key: str = "child") -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / f"{key}.v1.json").read_text())
    return read


WRONG = [
    ({"kind": "dog"}, "kind"),
    ({"version": "1"}, "whole number"),
    ({"plans": {}}, "plans"),
    ({"opening": []}, "list of sentences"),
    ({"questions": []}, "questions"),
    ({"scales": {"well": ["no"], "much": ["no"]}}, "needs 5 words"),
    ({"questions": [{"key": "1", "scale": "well", "wordings": {"a": {}}}]}, "wordings"),
]


@pytest.mark.parametrize("changed, says", WRONG)
def test_a_wrong_file_says_what_is_wrong(changed: dict[str, Any], says: str) -> None:
    with pytest.raises(DefinitionWrong, match=says):
        parse(ours() | changed, "own.json")


def test_a_parent_reads_your_children_and_others_the_children(cast: Cast) -> None:
    mum = add_adult(name="Bea", contact="", **SYSTEM)
    maya = cast.children["Maya"].pk
    tie(child=maya, adult=mum.pk, kind="parent", relation="mother", **SYSTEM)
    said = {}
    for adult in (mum, cast.adults["Nan"]):
        form = offered(cast, kind="adult", key="adult", adult=adult.pk)
        said[adult.name] = asked(form, definition_of(form).questions[2])["words"]
    assert "your children are safe" in said["Bea"]
    assert "the children are safe" in said["Nan"]


def test_age_and_plan_propose_the_form(cast: Cast) -> None:
    assert kind_for(cast.children["Maya"].birth_date, TODAY) == "child"
    assert kind_for(cast.children["Theo"].birth_date, TODAY) == "young_person"
    assert kind_for(None, TODAY) == "child"
    assert [variant_for(level) for level in ("EH", "CIN", "CP", "CLA", "PATHWAY")] == list("baaab")


def test_touching_periods_are_one_work() -> None:
    day = timedelta(days=1)
    first = (TODAY - 50 * day, TODAY - 30 * day)
    touching = (TODAY - 29 * day, None)
    apart = (TODAY - 28 * day, None)
    assert began([first, touching], TODAY) == TODAY - 50 * day
    assert began([first, apart], TODAY) == TODAY - 28 * day
    assert began([first], TODAY) is None


def test_what_was_begun_and_left_is_handed_in(cast: Cast) -> None:
    tablet, link = offered(cast), offered(cast, "Theo", how="left_with_family")
    for form in (tablet, link):
        one = given("1", 2, "please listen")
        keep_answer(form=form.pk, given=one, typed_by=None, **who(cast))
    offered(cast)  # not begun: nothing was said
    assert hand_in_what_was_left(NOON + timedelta(hours=23)) == 0
    assert hand_in_what_was_left(NOON + timedelta(hours=25)) == 1
    said = Said.objects.get()
    assert (said.pk, said.words, said.happened_on) == (tablet.pk, "please listen", NOON.date())
    assert hand_in_what_was_left(NOON + timedelta(days=16)) == 1
    assert hand_in_what_was_left(NOON + timedelta(days=17)) == 0
