"""Heads of the chain, written where the database account cannot write.

A copy of the chain's end lets `heard audit verify` see that the trail was cut, even by somebody
who may do anything in the database. One line of JSON each, numbered, sealed with the audit key,
each carrying the seal of the line before; the database remembers the last number.
"""

import errno
import hmac
import json
import os
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from heard.foundations.audit import chain, keys
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.keys import KeyMissing
from heard.foundations.audit.models import AuditHead
from heard.foundations.deployment import clock

TAIL = 4096  # bytes; a line has about 300


class Head(NamedTuple):
    """A witnessed end of the chain: line number, last event, its seal, key number, time, link."""

    n: int
    seq: int
    mac: str
    key: int
    at: str
    prev: str


class Line(NamedTuple):
    """A line of the file as it was found; `head` is None where it cannot be read."""

    head: Head | None
    seal: str
    whole: bool


def file() -> Path:
    """Return the file of heads, whether it is there or not."""
    return Path(settings.AUDIT_HEADS).expanduser() / "heads.jsonl"


def write() -> Head:
    """Append the present end of the chain to the file of heads, and return it."""
    with writing_allowed("a head of the audit trail"), transaction.atomic():
        row = AuditHead.objects.select_for_update().get(pk=1)
        if row.seq == 0:
            keys.make(row.key)
        last = _last()
        n, prev = (last.head.n, last.seal) if last and last.head else (row.heads, row.heads_seal)
        head = Head(n + 1, row.seq, row.mac, row.key, clock.now().isoformat(), prev)
        row.heads, row.heads_seal = head.n, _seal(head)
        _append(_text(head, row.heads_seal))
        chain.save_end(row)
    return head


def written_every_100(before: int, after: int) -> None:
    """Write a head when the chain has passed a hundred."""
    if before // 100 != after // 100:
        write()


def read(path: Path) -> Iterator[Line]:
    """Yield each line of a file of heads; nothing when there is no file."""
    if not path.exists():
        return
    with path.open("rb") as lines:
        for line in lines:
            yield _line(line)


def _line(line: bytes) -> Line:
    try:
        kept = json.loads(line)
        head = Head(*(kept[name] for name in Head._fields))
        seal = kept["seal"]
        whole = hmac.compare_digest(seal, _seal(head)) and line.endswith(b"\n")
        return Line(head, seal, whole and line == _text(head, seal).encode())
    except (ValueError, KeyError, TypeError, KeyMissing):
        return Line(None, "", False)


def _text(head: Head, seal: str) -> str:
    return json.dumps({**head._asdict(), "seal": seal}) + "\n"


def latest() -> Head | None:
    """Return the last head written, if its line is whole."""
    last = _last()
    return last.head if last else None


def _last() -> Line | None:
    """Return the last line of the file, if it is whole."""
    path = file()
    if not path.exists():
        return None
    with path.open("rb") as lines:
        lines.seek(max(0, path.stat().st_size - TAIL))
        found = lines.read().splitlines(keepends=True)
    last = _line(found[-1]) if found else None
    return last if last and last.head and last.whole else None


def _append(line: str) -> None:
    path = file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_APPEND | os.O_CREAT | os.O_RDWR, 0o600)
    with os.fdopen(descriptor, "r+b", buffering=0) as out:
        text = _newline_after_a_torn_line(out) + line.encode()
        if out.write(text) != len(text):
            raise OSError(errno.ENOSPC, "a head of the audit trail was written only in part")
        os.fsync(out.fileno())


def _newline_after_a_torn_line(out: FileIO) -> bytes:
    if out.seek(0, os.SEEK_END) == 0:
        return b""
    out.seek(-1, os.SEEK_END)
    return b"" if out.read(1) == b"\n" else b"\n"


def _seal(head: Head) -> str:
    return chain.sealed(["head", *head], head.key)
