"""What a reader has to say about a file or a row, in words that a person can act on."""

from collections.abc import Sequence
from typing import NamedTuple

_NAMED, _LONGEST = 10, 60


class CannotRead(Exception):
    """The file, or the path, is refused; the message says why and what to do."""

    def __init__(self, reason: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.nearest = nearest


class PassedOver(Exception):
    """The file is no table that the reader knows; it is named and left alone."""


class Refused(NamedTuple):
    """A file that loads nothing. `nearest`: the tables that it nearly is; empty if none is near."""

    file: str
    reason: str
    nearest: tuple[str, ...]


class BadRow(NamedTuple):
    """A row that could not be split into cells. `raw` is what was sent, word for word."""

    table: str
    file: str
    line: int
    raw: str
    reason: str


def some(names: Sequence[str]) -> str:
    """Names out of a file, in a sentence: ten at most, and no longer than a line."""
    shown = ", ".join(name[:_LONGEST] for name in names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} and {len(names) - _NAMED} more"


def printable(text: str) -> str:
    """Text for a terminal: what could move its cursor, or turn its letters round, is a `?`."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)
