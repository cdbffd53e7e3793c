"""A form as boxes: each of its texts with what it is, and the form made of what was written."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from heard.child.people.presenters import LEVEL_WORDS

Content = dict[str, Any]
WORDINGS = {
    "a": "asked in Child in Need, Child Protection and in our care",
    "b": "asked in Early Help and Family Help",
    "leaving": "asked of care leavers",
}
SCALES = {"well": "How well: from least to most", "much": "How much: from least to most"}


class Box(NamedTuple):
    """One text: the name of its box, what it is, where it stands in the form, its words there.

    `same_as` names the box whose words it takes where it is left empty.
    """

    name: str
    label: str
    path: tuple[str | int, ...]
    words: str
    same_as: str = ""


class Group(NamedTuple):
    """Texts that belong together, under their heading."""

    title: str
    hint: str
    boxes: tuple[Box, ...]


def groups_of(content: Content) -> list[Group]:
    """Return every text of a form."""
    return [
        Group("How it begins", BEGINS, tuple(_beginning(content))),
        Group("The names of the plans", PLANS, tuple(_plans(content))),
        *(
            Group(SCALES.get(name, f"The scale {name}"), "", tuple(_scale(name, words)))
            for name, words in content["scales"].items()
        ),
        *(
            Group(f"Question {number}", "", tuple(_question(number, one)))
            for number, one in enumerate(content["questions"], 1)
        ),
    ]


BEGINS = (
    "Keep the names in curly brackets as they are. Heard writes the plan for {plan}, who sees the "
    "answers for {seers}, and the worker for {worker}."
)
PLANS = "One of them stands for {plan} in the sentences above."


def _beginning(content: Content) -> Iterator[Box]:
    yield Box("title", "Title", ("title",), content["title"])
    for place, words in enumerate(content["opening"]):
        yield Box(f"opening-{place}", f"Sentence {place + 1}", ("opening", place), words)


def _plans(content: Content) -> Iterator[Box]:
    for level, name in LEVEL_WORDS.items():
        yield Box(f"plan-{level}", name, ("plans", level), content["plans"][level])


def _scale(name: str, words: list[str]) -> Iterator[Box]:
    title = SCALES.get(name, name).partition(":")[0]
    for place, one in enumerate(words):
        yield Box(f"scale-{name}-{place}", f"{title}, {place + 1}", ("scales", name, place), one)


def _question(number: int, one: Content) -> Iterator[Box]:
    first = one["wordings"]["a"]
    for variant, wording in one["wordings"].items():
        for part, then in (("words", ""), ("simpler", ", said more simply")):
            alike = variant != "a" and wording[part] == first[part]
            yield Box(
                f"question-{number}-{variant}-{part}",
                f"Question {number}{then}: {WORDINGS[variant]}",
                ("questions", number - 1, "wordings", variant, part),
                wording[part],
                f"question-{number}-a-{part}" if alike else "",
            )


def filled(content: Content, written: dict[str, str], language: str, version: int) -> Content:
    """Return the form with other words in its boxes, as this version in this language."""
    made = deepcopy(content) | {"language": language, "version": version}
    for group in groups_of(content):
        for box in group.boxes:
            words = written[box.name] or written.get(box.same_as, "")
            _put(made, box.path, words)
    return made


def _put(made: Content, path: tuple[str | int, ...], words: str) -> None:
    place: Any = made
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = words
