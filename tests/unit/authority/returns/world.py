"""An invented authority with something at every edge of the rules, and what tests do with it."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import Count

from heard.authority.returns import operations
from heard.authority.returns.models import ReturnCheck, ReturnVersion
from heard.authority.returns.queries import versions
from heard.child.reviews.models import Review
from heard.edges.imports.doing import bring_in
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.deployment.operations import describe
from heard.kernel.time import ReportingYear
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.independent.folders import write_folder

YEAR = ReportingYear(2025)
AS_OF = date(2026, 11, 22)
AREA = {"code": "302", "name": "Barnet"}


def a_year_of_facts(folder: Path, seed: int = 7, children: int = 30) -> Path:
    """Bring invented facts of 2025-26 into Heard, and name the authority."""
    written = write_folder(folder / f"facts-{seed}", seed, children)
    summary = bring_in("facts", written, **SYSTEM)
    assert not summary["refused"], summary
    describe(**AREA, asking_began_on=None, **SYSTEM)
    return written


def built(cast: Cast, **changed: Any) -> ReturnVersion:
    """Let Olu build the draft of 2025-26."""
    given = {"year": YEAR, "as_of": None, "today": TODAY, "by": cast["Olu"].actor, "at": NOON}
    return operations.build(**{**given, **changed})


def accept_all(cast: Cast, draft: ReturnVersion) -> None:
    """Let Dana accept every error of a draft."""
    for check in ReturnCheck.objects.filter(version=draft, severity="error"):
        operations.accept_error(
            version_id=draft.id, code=check.code, content_hash=draft.content_hash,
            reason="Known, and being mended", by=cast["Dana"].actor, at=NOON,
        )  # fmt: skip


def sign(cast: Cast, draft: ReturnVersion, who: str = "Dana", **changed: Any) -> ReturnVersion:
    """Let somebody sign exactly what stands there."""
    given = {
        "version_id": draft.id, "staff": cast[who], "content_hash": draft.content_hash,
        "seen": versions.seal(draft), "today": TODAY, "by": cast[who].actor, "at": NOON,
    }  # fmt: skip
    return operations.sign(**{**given, **changed})


def signed(cast: Cast) -> ReturnVersion:
    """Build, accept and sign."""
    draft = built(cast)
    accept_all(cast, draft)
    return sign(cast, draft)


def recode(code: str) -> UUID:
    """Change the code of a review that stands alone, as a later import would; return its id."""
    held = Review.objects.filter(held_on__range=(YEAR.start, YEAR.end))
    alone = held.values("child", "plan_type", "held_on").annotate(rows=Count("pk")).filter(rows=1)
    review = next(
        found
        for one in alone
        if (found := held.get(**{k: v for k, v in one.items() if k != "rows"})).code != code
        and found.scheme == "voice-2023"
        and found.code
        and not found.cancelled
    )
    with writing_allowed("test"):
        Review.objects.filter(pk=review.pk).update(code=code, meaning=code)
    return review.pk


def items(version: ReturnVersion) -> dict[str, Any]:
    """Return the items of a version."""
    return json.loads(version.items)


def refused_by_the_database(sql: str, *values: Any) -> str:
    """Run a statement past the guard; return what the database answered, or nothing."""
    try:
        with writing_allowed("test"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    except DatabaseError as problem:
        return str(problem)
    return ""
