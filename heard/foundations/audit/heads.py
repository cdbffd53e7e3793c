"""Heads of the chain, written where the database account cannot write.

A copy of the chain's end lets `heard audit verify` see that the trail was cut, even by somebody
who may do anything in the database. One line of JSON each, sealed with the audit key.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from heard.foundations.audit.models import AuditHead
from heard.foundations.deployment import clock


class Head(NamedTuple):
    """A witnessed end of the chain."""

    seq: int
    mac: str
    at: str


def file() -> Path:
    """Return the file of heads; its folder is made when absent."""
    folder = Path(settings.AUDIT_HEADS).expanduser()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "heads.jsonl"


def write() -> Head:
    """Append the present end of the chain to the file of heads, and return it."""
    row = AuditHead.objects.get(pk=1)
    head = Head(row.seq, row.mac, clock.now().isoformat())
    line = json.dumps({**head._asdict(), "seal": _seal(head)}) + "\n"
    descriptor = os.open(file(), os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w") as out:
        out.write(line)
        out.flush()
        os.fsync(out.fileno())
    return head


def written_every_100(before: int, after: int) -> None:
    """Write a head when the chain has passed a hundred."""
    if before // 100 != after // 100:
        write()


def read() -> Iterator[tuple[Head, bool]]:
    """Yield each head written, and whether its seal is whole."""
    path = file()
    if not path.exists():
        return
    for line in path.read_text().splitlines():
        try:
            kept = json.loads(line)
            head = Head(kept["seq"], kept["mac"], kept["at"])
            yield head, hmac.compare_digest(kept["seal"], _seal(head))
        except (ValueError, KeyError, TypeError):
            yield Head(0, line[:80], ""), False


def _seal(head: Head) -> str:
    content = json.dumps(["head", *head])
    return hmac.new(settings.AUDIT_KEY.encode(), content.encode(), hashlib.sha256).hexdigest()
