"""The end of the chain: as the database remembers it, and as it was witnessed outside."""

import hmac
from pathlib import Path

from heard.foundations.audit import chain, heads, keys
from heard.foundations.audit.models import AuditHead
from heard.foundations.audit.verify.findings import Findings
from heard.foundations.audit.verify.walk import Walk


def compare_end(end: AuditHead | None, walk: Walk, findings: Findings) -> None:
    """The row that remembers the end must be the end, and sealed."""
    if end is None:
        findings.add(walk.last, "The database has forgotten where the trail ends.")
        return
    if end.seq > walk.last:
        findings.add(walk.last, f"The trail ends at event {walk.last}, but the database remembers "
                     f"event {end.seq}: the last {end.seq - walk.last} were cut off.")  # fmt: skip
    elif (end.seq, end.mac) != (walk.last, walk.mac) or (end.key != walk.key and not walk.blind):
        findings.add(walk.last, f"The trail ends at event {walk.last}, but the database remembers "
                     f"another end, at event {end.seq}.")  # fmt: skip
    elif not walk.blind and not _sealed(end):
        findings.add(walk.last, "What the database remembers of the trail's end was changed.")


def _sealed(end: AuditHead) -> bool:
    if end.seq == 0 and not end.heads:
        return end.seal == ""
    try:
        return hmac.compare_digest(end.seal, chain.seal_of_end(end))
    except (TypeError, ValueError, keys.KeyMissing):
        return False


class Heads:
    """The lines of a file of heads."""

    def __init__(self, path: Path) -> None:
        self.path, self.lines = path, list(heads.read(path))
        self.count = len(self.lines)
        self.wanted = frozenset(line.head.seq for line in self.lines if line.head)

    def check(self, walk: Walk, findings: Findings) -> None:
        """Each line must be as written, follow the one before, and be true of the trail."""
        n, prev, furthest = 0, chain.FIRST, None
        for number, line in enumerate(self.lines, 1):
            head = line.head
            if not line.whole or head is None:
                words = "was changed or is not whole: it is not as Heard wrote it."
                findings.add(0, f"Line {number} of the heads ({self.path}) {words}")
                continue
            if (head.n, head.prev) != (n + 1, prev):
                words = "does not follow the line before it: lines were taken out, put in or moved."
                findings.add(head.seq, f"Line {number} of the heads ({self.path}) {words}")
            n, prev = head.n, line.seal
            if head.seq > walk.last:
                furthest = max(furthest or head, head, key=lambda one: one.seq)
            elif walk.seals.get(head.seq) != head.mac:
                findings.add(head.seq, f"Event {head.seq} is not the one that was last when a "
                             f"head was written ({head.at}).")  # fmt: skip
        if furthest:
            findings.add(walk.last, f"The trail ends at event {walk.last}, but a head was written "
                         f"for event {furthest.seq} ({furthest.at}): at least "
                         f"{furthest.seq - walk.last} events were cut off.")  # fmt: skip

    def compare(self, end: AuditHead | None, findings: Findings) -> None:
        """The database remembers the last head written: a file that was cut is noticed."""
        if end is None or end.heads == 0:
            return
        seals = {line.head.n: line.seal for line in self.lines if line.head and line.whole}
        if seals.get(end.heads) != end.heads_seal:
            words = f"The database remembers {end.heads} heads written; the last of them is not in"
            findings.add(0, f"{words} {self.path}: the file was cut, changed or replaced.")
