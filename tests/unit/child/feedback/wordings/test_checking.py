"""What is wrong with an authority's own wording is said in words, all of it at once."""

from copy import deepcopy
from typing import Any

import pytest

from heard.child.feedback.definitions.checking import WordingRefused, checked
from heard.child.feedback.definitions.ours import content_of_ours
from heard.child.feedback.rules import KINDS
from heard.child.feedback.wordings.boxes import filled, groups_of
from tests.unit.child.feedback.wordings.made import content, translated


@pytest.mark.parametrize("kind", KINDS)
def test_a_translation_of_each_of_our_forms_can_be_asked(kind: str) -> None:
    read = checked(translated(kind, "إذا", "ar"))
    assert (read.kind, read.language, read.version) == (kind, "ar", 101)
    assert all(w.words.startswith("إذا ") for q in read.questions for w in q.wordings.values())


@pytest.mark.parametrize("kind", KINDS)
def test_boxes_left_as_they_were_make_the_same_form(kind: str) -> None:
    ours = content_of_ours(kind, 1, "en-GB")
    assert ours is not None
    boxes = [box for group in groups_of(ours) for box in group.boxes]
    written = {box.name: "" if box.same_as else box.words for box in boxes}
    assert [name for name, words in written.items() if not words], "some are asked alike"
    assert filled(ours, written, "en-GB", 1) == ours


def without(*path: Any) -> dict[str, Any]:
    return changed("", *path)


def changed(to: Any, *path: Any) -> dict[str, Any]:
    """Our form in Welsh with something else in one place."""
    made = deepcopy(content())
    place: Any = made
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return made


OPENING = content()["opening"]
ONE = ("questions", 0, "wordings")
WRONG = [
    (changed(1, "version"), "Versions below 101 are Heard’s"),
    (changed(100, "version"), "Versions below 101 are Heard’s"),
    (changed("xx", "language"), "not a language"),
    (changed("cy\n", "language"), "not a language"),
    (changed("own", "key"), "Write “child”"),
    (changed("dog", "kind"), "kind"),
    (changed(False, "faces"), "“faces” must be true"),
    (changed(content()["questions"][:3], "questions"), "the questions 1, 2, 3, 4"),
    (changed(content()["questions"][::-1], "questions"), "in this order"),
    (changed("5", "questions", 3, "key"), "and no others"),
    (changed({"words": "A", "simpler": "B"}, *ONE, "c"), "Question 1 needs the wordings a, b"),
    (changed({"a": "x", "b": "y"}, "questions", 0, "wordings"), "is missing"),
    (without("plans", "CP"), "Write the words of the plan CP"),
    (changed(7, "plans", "CP"), "Write the words of the plan CP"),
    (without("title"), "title"),
    (without("scales", "well", 2), "place 3 of the scale"),
    (changed("not at all", "scales", "well", 2), "the same words"),
    (changed(["a"], "scales", "often"), "no “often”"),
    (changed("x.png", "questions", 0, "picture"), "no “picture”"),
    (changed("x", "colour"), "no “colour”"),
    (changed("Why {worker}?", *ONE, "a", "words"), "curly brackets out of question 1, wording a"),
    (changed(OPENING[:5], "opening"), "6 to 12 sentences"),
    (changed(OPENING * 3, "opening"), "6 to 12 sentences"),
    (changed("  ", "opening", 1), "Write sentence 2"),
    (changed("About {pln}.", "opening", 0), "Heard knows no {pln}"),
    (changed("About {plan", "opening", 0), "stands alone"),
    (changed("About {plan}}", "opening", 0), "stands alone"),
    (changed("About {{plan}}", "opening", 0), "stands alone"),
    (changed("About {}", "opening", 0), "Heard knows no {}"),
    (changed("{plan.__class__}", "opening", 0), "Heard knows no {plan.__class__}"),
    (changed("{plan!r}", "opening", 0), "Heard knows no {plan!r}"),
    (changed("{plan:>999999999}", "opening", 0), "Heard knows no {plan:>999999999}"),
    (changed("About us.", "opening", 0), "must name {plan}"),
    (changed("They will see it.", "opening", 2), "must name {seers}"),
    (changed("a" * 501, "title"), "too long"),
    (changed("\0", "title"), "cannot be kept"),
    (changed("\ud800", "title"), "cannot be kept"),
    (changed("x", "bad\0field"), "cannot be kept"),
    ([], "curly brackets"),
    ("child", "curly brackets"),
    (None, "curly brackets"),
    ({}, "kind"),
]


@pytest.mark.parametrize("sent, says", WRONG, ids=range(len(WRONG)))
def test_what_cannot_be_asked_is_refused_in_words(sent: Any, says: str) -> None:
    with pytest.raises(WordingRefused) as refused:
        checked(sent)
    assert any(says in problem for problem in refused.value.problems), refused.value.problems


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(WordingRefused) as refused:
        checked(content() | {"version": 3, "language": "xx", "title": "{"})
    assert len(refused.value.problems) == 3
