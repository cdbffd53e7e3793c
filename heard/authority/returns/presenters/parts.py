"""What a letter is made of: sentences with figures in them, tables, sections."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Figure(NamedTuple):
    """A number as text, and the facts behind it (item, line, counted); empty: none to open."""

    text: str
    item: str = ""
    line: str = ""
    counted: str = ""


class Link(NamedTuple):
    """The address of a page in the world, as it is."""

    text: str
    href: str


Piece = str | Figure | Link
Words = tuple[Piece, ...]


class Line(NamedTuple):
    """A sentence of the letter, and the small print that belongs to it."""

    words: Words
    note: Words = ()


class Cell(NamedTuple):
    """A cell of a table: a figure and, smaller, its percentage."""

    figure: Figure
    small: str = ""


@dataclass(frozen=True)
class Table:
    """A table of a letter; the first cell of a row is its name, `last` a row that sums up."""

    id: str
    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str | Cell]]
    last: Sequence[str | Cell] = ()


@dataclass(frozen=True)
class Section:
    """What a letter says about one item."""

    item: str
    title: str
    lines: Sequence[Line]
    tables: Sequence[Table] = field(default_factory=tuple)


def say(sentence: str, *figures: Piece) -> Words:
    """Return a sentence with figures where it says {}. ValueError unless each has its place."""
    pieces = sentence.split("{}")
    words: list[Piece] = [pieces[0]]
    for figure, piece in zip(figures, pieces[1:], strict=True):
        words += [figure, piece]
    return tuple(word for word in words if word != "")


def count(number: int, item: str, line: str, counted: str = "") -> Figure:
    """Return a count that opens to its facts; of nothing there are none to open."""
    return Figure(f"{number:,}", *((item, line, counted) if number else ()))


def percent(value: float | None) -> str:
    """Return a percentage with its one decimal place, or a dash where there is none."""
    return "–" if value is None else f"{value:.1f}%"


def noun(number: int, one: str, many: str) -> str:
    """Return the noun that goes with a number."""
    return one if number == 1 else many


Items = dict[str, Any]
