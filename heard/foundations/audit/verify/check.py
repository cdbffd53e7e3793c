"""The whole check: rows, end, heads, and the guard in the database."""

from pathlib import Path
from typing import NamedTuple

from heard.foundations.audit import heads
from heard.foundations.audit.models import AuditHead
from heard.foundations.audit.verify.ends import Heads, compare_end
from heard.foundations.audit.verify.findings import Finding, Findings
from heard.foundations.audit.verify.rows import count_up_to, guard_is_missing, rows_after
from heard.foundations.audit.verify.walk import Walk


class Report(NamedTuple):
    """What a check found; `finding_count` may be more than the findings kept."""

    events: int
    heads: int
    finding_count: int
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Say whether nothing is wrong."""
        return self.finding_count == 0


def verify(
    using: str = "default", heads_file: Path | None = None, elsewhere: bool = False
) -> Report:
    """Check the whole trail of one database, against its heads or another file of them.

    `elsewhere` says that the file is a copy kept elsewhere, which may be older than the trail.
    Writes nothing and locks nothing: people work meanwhile. How fast: bench/trail.py.
    """
    findings = Findings()
    before = _end(using)  # before the file: whoever writes a head writes the file first
    written = Heads(heads_file or heads.file())
    walk, end = _walk(using, findings, written.wanted)
    compare_end(end, walk, findings)
    written.check(walk, findings)
    if not elsewhere:
        written.compare(before, findings)
    if guard_is_missing(using):
        findings.add(0, "The database no longer refuses changes to the trail: its guard is gone.")
    return Report(walk.count, written.count, findings.count, tuple(findings.kept))


def _end(using: str) -> AuditHead | None:
    return AuditHead.objects.using(using).filter(pk=1).first()


def _walk(using: str, findings: Findings, wanted: frozenset[int]) -> tuple[Walk, AuditHead | None]:
    walk, last, more = Walk(findings, wanted), None, True
    while more:  # until we have overtaken those who add events meanwhile
        more = False
        for row in rows_after(using, last):
            if not isinstance(row[0], int):
                findings.add(walk.last, f"After event {walk.last} stands one without a number.")
                return walk, _end(using)
            walk.take(row)
            last, more = row[0], True
        end = _end(using)
        more = more and end is not None and end.seq > walk.last
    if last is not None and count_up_to(using, last) != walk.count:
        findings.add(0, "Some events have the same number more than once.")
    return walk, end
