"""Versions of returns: their figures, what stands in the way of signing, building them again."""

import hashlib
import json
from collections.abc import Iterator
from uuid import UUID

from heard.authority.returns.models import (
    SET_ASIDE,
    SIGNED,
    AcceptedError,
    ReturnCheck,
    ReturnFact,
    ReturnNote,
    ReturnVersion,
)
from heard.authority.returns.rules.days import parse_year
from heard.kernel.return_spec.fact import Fact
from heard.kernel.return_spec.figures import figures
from heard.kernel.return_spec.shapes import Json, canonical, content_hash

CHUNK = 5000


def versions() -> list[ReturnVersion]:
    """Return every version, the latest year and number first."""
    return list(ReturnVersion.objects.order_by("-year", "-number").select_related("corrects"))


def find(year: str, number: int) -> ReturnVersion | None:
    """Return one version of a year."""
    return ReturnVersion.objects.select_related("corrects").filter(year=year, number=number).first()


def newest(year: str, state: str = "") -> ReturnVersion | None:
    """Return the newest version of a year that was not set aside, or the newest in a state."""
    found = ReturnVersion.objects.filter(year=year).exclude(state=SET_ASIDE).order_by("-number")
    return (found.filter(state=state) if state else found).first()


def signed_versions(year: str) -> list[ReturnVersion]:
    """Return the signed versions of a year, the first one first."""
    return list(ReturnVersion.objects.filter(year=year, state=SIGNED).order_by("number"))


def corrected_by(version: ReturnVersion) -> ReturnVersion | None:
    """Return the signed version that corrects this one, if there is one."""
    return version.corrections.filter(state=SIGNED).order_by("-number").first()


def notes(version: ReturnVersion) -> list[ReturnNote]:
    """Return the notes of a version in the order in which they were written."""
    return list(version.notes.order_by("at", "id"))


def checks(version: ReturnVersion) -> list[tuple[ReturnCheck, AcceptedError | None]]:
    """Return the checks that found something, errors first, with the acceptance that holds now."""
    held = {
        (one.code, one.found): one
        for one in version.accepted.filter(content_hash=version.content_hash)
    }
    rows = version.checks.order_by("position")
    return [(check, held.get((check.code, check.found))) for check in rows]


def barriers(version: ReturnVersion) -> list[str]:
    """Return, in words, what must be done before this draft can be signed."""
    waiting = [
        f"Error to mend or accept: {check.text}"
        for check, accepted in checks(version)
        if check.severity == "error" and accepted is None
    ]
    if version.corrects_id and not version.notes.filter(about="correction").exists():
        waiting.append("Say in a note why this version corrects the one before.")
    return waiting


def seal(version: ReturnVersion) -> str:
    """Return a hash of all that a reader of this version sees: figures, checks, notes, accepted."""
    seen = {
        "content_hash": version.content_hash,
        "checks": [
            (check.code, check.severity, check.text, check.count, check.found, bool(accepted))
            for check, accepted in checks(version)
        ],
        "notes": [str(note.id) for note in notes(version)],
    }
    return hashlib.sha256(canonical(seen).encode()).hexdigest()


def whole(version: ReturnVersion) -> Json:
    """Return the return as JSON, exactly as it was built."""
    shape: Json = {
        "reporting_year": version.year,
        "as_of": version.as_of.isoformat(),
        "authority": {
            "code": version.authority_code or None,
            "name": version.authority_name or None,
        },
        "items": json.loads(version.items),
        "checks": [
            {
                "code": check.code,
                "severity": check.severity,
                "text": check.text,
                "count": check.count,
            }
            for check in version.checks.order_by("position")
        ],
    }
    return {**shape, "content_hash": content_hash(shape)}


def kept_facts(version_id: UUID) -> Iterator[Fact]:
    """Yield the facts kept with a version, in their order. Opaque ids, days and codes only."""
    rows = ReturnFact.objects.filter(version_id=version_id).order_by("position")
    for row in rows.values_list(*Fact._fields).iterator(CHUNK):
        yield Fact(*row)


def items_again(version: ReturnVersion) -> Json:
    """Return the figures of a version built again from nothing but its kept facts (and its 1a)."""
    return figures(
        kept_facts(version.id),
        version.as_of,
        parse_year(version.year),
        version.asking_began_on,
        json.loads(version.items)["1a"],
    )


def rebuild(version: ReturnVersion) -> tuple[str, str]:
    """Build a version again from its kept facts; return the canonical items and the content hash.

    For a frozen version both are the same, byte for byte, as when it was signed.
    """
    items = items_again(version)
    return canonical(items), content_hash({**whole(version), "items": items})
