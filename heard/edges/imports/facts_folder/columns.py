"""The nine files, their columns, and what each cell may hold.

Source: the dataset rules, "Facts in and out". The order of the files is the order of import: a
child comes before what is said about it.
"""

from dataclasses import dataclass
from typing import Literal

from heard.kernel import codes
from heard.kernel.return_spec.rows import ANSWERS, KINDS, PLANS

Kind = Literal["id", "text", "day", "flag", "choice"]
ID_LENGTH = 64
WORDS = {
    "id": "an id of up to 64 characters",
    "text": "a text",
    "day": "a day such as 2025-04-30",
    "flag": "0 or 1",
}


@dataclass(frozen=True)
class Column:
    """One column. `longest` is in characters; `choices` are the only values of a choice."""

    name: str
    kind: Kind
    may_be_empty: bool = False
    longest: int = ID_LENGTH
    choices: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        """What a cell should hold, in words."""
        words = f"one of {', '.join(self.choices)}" if self.choices else WORDS[self.kind]
        return f"{words}, or nothing" if self.may_be_empty else words


def _id(name: str) -> Column:
    return Column(name, "id")


def _day(name: str) -> Column:
    return Column(name, "day")


def _perhaps_day(name: str) -> Column:
    return Column(name, "day", may_be_empty=True)


def _text(name: str, longest: int) -> Column:
    return Column(name, "text", may_be_empty=True, longest=longest)


def _needed_text(name: str, longest: int) -> Column:
    return Column(name, "text", longest=longest)


def _flag(name: str) -> Column:
    return Column(name, "flag")


def _choice(name: str, *choices: str, may_be_empty: bool = False) -> Column:
    return Column(name, "choice", choices=choices, may_be_empty=may_be_empty)


FILES: dict[str, tuple[Column, ...]] = {
    "children": (
        *(_id("child_id"), _perhaps_day("birth_date"), _flag("birth_date_estimated")),
        *(_text("sex", 64), _text("ethnicity", 64)),
    ),
    "work": (
        *(_id("child_id"), _choice("level", *PLANS)),
        *(_day("start_date"), _perhaps_day("end_date")),
    ),
    "assessments": (_id("assessment_id"), _id("child_id"), _perhaps_day("completed_date")),
    "closures": (_id("closure_id"), _id("child_id"), _perhaps_day("closed_date")),
    "confirmations": (
        *(_choice("point", *KINDS), _id("point_id"), _id("child_id")),
        *(_choice("answer", *ANSWERS), _text("reason", 4000)),
        *(_day("answered_on"), _needed_text("answered_by", 200)),
    ),
    "reviews": (
        *(_id("review_id"), _id("child_id"), _choice("plan_type", *PLANS), _day("held_date")),
        *(_flag("cancelled"), _text("code", 200)),
        *(_choice("scheme", *codes.SCHEMES, may_be_empty=True), _text("reason", 4000)),
    ),
    "askings": (
        *(_id("asking_id"), _id("child_id"), _day("asked_on")),
        _choice("asked_by", "worker", "provider", "other"),
        _choice("asked_of", "child", "young_person", "parent", "network"),
        *(_text("filled_in_how", 200), _flag("declined")),
    ),
    "talks": (_id("asking_id"), _day("talked_on")),
    "exemptions": (
        *(_id("child_id"), _day("from_date"), _perhaps_day("to_date")),
        *(_needed_text("reason", 4000), _needed_text("agreed_by", 200), _perhaps_day("agreed_on")),
    ),
}


def names(file: str) -> list[str]:
    """Return the names of a file's columns, in the order of the dataset rules."""
    return [column.name for column in FILES[file]]
