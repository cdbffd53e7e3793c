"""Walking an XML file from end to end with little memory and exact line numbers.

Nothing outside the file is ever looked at: a document type, and with it every entity, is refused
at its first character, before anything in it is read.
"""

from typing import Any, BinaryIO, Protocol

from lxml import etree

from heard.edges.integrations.tables.file_bytes import too_long
from heard.edges.integrations.tables.findings import CannotRead
from heard.edges.integrations.tables.limits import Limits

DEEPEST = 40


class Visitor(Protocol):
    """Told of each element: its name (without namespace) and line; and its own text at its end."""

    def begins(self, name: str, line: int) -> None: ...

    def ends(self, name: str, text: str | None, line: int) -> None: ...


class _Open:
    """An element that has begun. Text is kept only until it turns out to hold other elements."""

    __slots__ = ("pieces", "size")

    def __init__(self) -> None:
        self.pieces: list[str] | None = []
        self.size = 0


class _Target:
    """What lxml calls, piece by piece."""

    def __init__(self, visitor: Visitor, limits: Limits) -> None:
        self.visitor, self.limits = visitor, limits
        self.line = 1
        self.open: list[_Open] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST:
            raise CannotRead(f"At line {self.line} its elements lie deeper than any return's do.")
        if self.open:
            self.open[-1].pieces = None
        self.open.append(_Open())
        self.visitor.begins(_plain(tag), self.line)

    def data(self, data: str) -> None:
        element = self.open[-1]
        if element.pieces is None:
            return
        element.pieces.append(data)
        element.size += len(data)
        if element.size > self.limits.line_bytes:
            raise too_long(self.line, self.limits)

    def end(self, tag: str) -> None:
        text = "".join(self.open.pop().pieces or ())
        self.visitor.ends(_plain(tag), text or None, self.line)

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        if name.lower() == "html":
            raise CannotRead("It is a web page, perhaps an error message. Take the extract again.")
        raise CannotRead(
            f"Line {self.line} declares a document type (DOCTYPE). A return has none, and one can "
            "be used to attack the reader. Export the return again without it."
        )

    def comment(self, text: str) -> None:
        pass

    def pi(self, target: str, data: str | None = None) -> None:
        pass

    def close(self) -> None:
        pass


def walk(stream: BinaryIO, visitor: Visitor, limits: Limits) -> None:
    """Calls the visitor for every element. Raises CannotRead with the line where the XML breaks."""
    target = _Target(visitor, limits)
    options: dict[str, Any] = {"target": target, "huge_tree": False}
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, **options
    )
    try:
        _feed(parser, stream, target, limits)
    except etree.XMLSyntaxError as error:
        raise CannotRead(
            f"It is not well-formed XML: it breaks at line {target.line} ({error.msg})."
        ) from error
    try:
        parser.close()
    except etree.XMLSyntaxError as error:
        raise CannotRead(
            f"It stops in the middle, at line {target.line}. Nothing of it was taken: "
            "export the return again."
        ) from error


def _feed(parser: Any, stream: BinaryIO, target: _Target, limits: Limits) -> None:
    """Line by line, so that each element's line is known; pieces of a long line count as one."""
    while piece := stream.readline(limits.line_bytes):
        parser.feed(piece)
        target.line += piece.count(b"\n")


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]
