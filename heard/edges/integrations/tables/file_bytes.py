"""Opening a file that somebody sent: what it is, and its bytes within limits."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from heard.edges.integrations.tables.findings import CannotRead
from heard.edges.integrations.tables.limits import MEGABYTE, Limits, in_words

_BINARY = (
    (b"PK\x03\x04", "a workbook or a zip archive. Open it and save each sheet as CSV"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook. Open it and save each sheet as CSV"),
    (b"%PDF", "a PDF. Send the CSV or XML files of the return"),
    (b"\x1f\x8b", "a compressed file. Unpack it and send what is in it"),
)


def open_plain(path: Path) -> BinaryIO:
    """Opens a plain file; a link, pipe or device that took its place is refused, not followed."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    stream = os.fdopen(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise CannotRead("It is not a plain file.")
    return stream


def binary_kind(head: bytes) -> str | None:
    """What a file is that only pretends to be text, by its first bytes, and what to do."""
    return next((words for magic, words in _BINARY if head.startswith(magic)), None)


def looks_like_xml(head: bytes) -> bool:
    """Whether the first character is `<`, in any encoding that a return comes in."""
    plain = head[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip()
    return plain.startswith(b"<")


def refuse_if_big(stream: BinaryIO, limits: Limits) -> None:
    size = os.fstat(stream.fileno()).st_size
    if size > limits.file_bytes:
        raise CannotRead(
            f"It is {in_words(size)} big; the limit is {in_words(limits.file_bytes)}. "
            "Check that it is the right file, or ask your administrator to raise the limit."
        )


def read_bounded(stream: BinaryIO, limits: Limits) -> bytes:
    """All bytes of a text file. Stops at a line that is too long, having kept little of it."""
    blocks: list[bytes] = []
    size, line, begun = 0, 1, 0
    while block := stream.read(MEGABYTE):
        size += len(block)
        if size > limits.file_bytes:
            raise CannotRead(f"It is bigger than the limit of {in_words(limits.file_bytes)}.")
        line_break = b"\n" if b"\n" in block else b"\r"
        start = _overlong(block, line_break, begun, limits.line_bytes)
        if start is not None:
            raise too_long(line + block.count(line_break, 0, start), limits)
        line += block.count(line_break)
        last = block.rfind(line_break)
        begun = len(block) - last - 1 + (begun if last < 0 else 0)
        blocks.append(block)
    return b"".join(blocks)


def _overlong(block: bytes, line_break: bytes, begun: int, longest: int) -> int | None:
    """Where a line begins that is longer than `longest`; `begun` bytes of the first came before."""
    start, room = 0, longest - begun
    while len(block) - start > room:
        end = block.rfind(line_break, start, start + room + 1)
        if end < 0:
            return start
        start, room = end + 1, longest
    return None


def too_long(line: int, limits: Limits) -> CannotRead:
    return CannotRead(
        f"Line {line} is longer than {in_words(limits.line_bytes)}, which no row of a return is. "
        "The file may be damaged: take the extract again."
    )
