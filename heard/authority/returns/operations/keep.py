"""Keeping the facts and the checks of a draft, and letting those of its last building go."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from heard.authority.returns.models import (
    CheckRecord,
    FactGroup,
    ReturnCheck,
    ReturnFact,
    ReturnVersion,
)
from heard.authority.returns.operations.gather import Gathered
from heard.authority.returns.rules.groups import groups_of
from heard.authority.returns.rules.records import owners
from heard.foundations.deployment import bulk
from heard.kernel.return_spec.fact import Fact

FACT_COLUMNS = ("version", "position", *Fact._fields)
GROUP_COLUMNS = ("version", "first", "size", "item", "line", "counted", "rule")
RECORD_COLUMNS = ("version", "code", "position", "kind", "ref", "child")


def let_go(draft: ReturnVersion) -> None:
    """Delete the facts and checks of the draft's last building; notes stay."""
    for model in (ReturnFact, FactGroup, CheckRecord, ReturnCheck):
        rows = model.objects.filter(version_id=draft.id)
        rows._raw_delete(rows.db)  # no signals and nothing that hangs on them: one statement


def keep_facts(draft: ReturnVersion, facts: Sequence[Fact]) -> None:
    """Keep the facts in their order, and where each group of them stands."""
    bulk.insert(
        ReturnFact, FACT_COLUMNS, ((draft.id, place, *fact) for place, fact in enumerate(facts))
    )
    bulk.insert(FactGroup, GROUP_COLUMNS, ((draft.id, *group) for group in groups_of(facts)))


def keep_checks(draft: ReturnVersion, gathered: Gathered) -> None:
    """Keep what the checks found: each with its words, and the records that break it."""
    findings = gathered.findings
    ReturnCheck.objects.bulk_create(
        ReturnCheck(
            version=draft,
            position=place,
            code=finding.code,
            severity=finding.severity,
            text=finding.text,
            count=finding.count,
            ran=finding.ran,
            found=digest(finding.refs),
        )
        for place, finding in enumerate(findings)
    )
    bulk.insert(CheckRecord, RECORD_COLUMNS, _records(draft, gathered))


def _records(draft: ReturnVersion, gathered: Gathered) -> Iterator[tuple[object, ...]]:
    wanted = {ref for finding in gathered.findings for ref in finding.refs}
    owner = owners(gathered.context, wanted)
    for finding in gathered.findings:
        for place, ref in enumerate(sorted(set(finding.refs))):
            kind, child = owner.get(ref, ("", ""))
            yield draft.id, finding.code, place, kind, ref, child


def digest(refs: Iterable[str]) -> str:
    """Return the hash of a set of records: accepting these is not accepting others."""
    return hashlib.sha256("\n".join(sorted(refs)).encode()).hexdigest()
