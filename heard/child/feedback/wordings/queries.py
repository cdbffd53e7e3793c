"""Every wording of every form: ours and the authority's own."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from heard.child.feedback.definitions import Definition, definition, for_kind, ours
from heard.child.feedback.definitions.ours import content_of_ours
from heard.child.feedback.queries.wordings import content_of, own_wording, own_wordings
from heard.child.feedback.rules import KINDS, OWN_FROM
from heard.kernel.languages import is_known


class Listed(NamedTuple):
    """One wording: whether it is offered now; whose it is, and when it came and was withdrawn."""

    key: str
    version: int
    language: str
    offered: bool
    id: UUID | None = None
    added_by: str = ""
    added_at: datetime | None = None
    withdrawn_at: datetime | None = None


def every_wording() -> dict[str, list[Listed]]:
    """Return all wordings by kind, newest version of a language first."""
    now = {(d.key, d.version, d.language) for kind in KINDS for d in for_kind(kind)}
    found: dict[str, list[Listed]] = {kind: [] for kind in KINDS}
    for one in own_wordings():
        found[one.kind].append(_own(one, (one.key, one.version, one.language) in now))
    for our in ours():
        named = (our.key, our.version, our.language)
        found[our.kind].append(Listed(*named, offered=named in now))
    return found


def listed(key: str, version: int, language: str) -> Listed | None:
    """Return one wording, or None where there is none."""
    if key not in KINDS or not is_known(language):
        return None
    if version < OWN_FROM:
        known = content_of_ours(key, version, language) is not None
        return Listed(key, version, language, _offered(key, version, language)) if known else None
    row = own_wording(key, version, language)
    return _own(row, _offered(key, version, language)) if row else None


def _own(row: Any, offered: bool) -> Listed:
    return Listed(
        row.key, row.version, row.language, offered, row.pk, row.added_by.name, row.added_at,
        row.withdrawn_at,
    )  # fmt: skip


def _offered(key: str, version: int, language: str) -> bool:
    return any(
        (d.key, d.version, d.language) == (key, version, language)
        for kind in KINDS
        for d in for_kind(kind)
    )


def content(one: Listed) -> dict[str, Any]:
    """Return a wording as its file has it."""
    named = (one.key, one.version, one.language)
    return content_of_ours(*named) or content_of(*named) or {}


def read(one: Listed) -> Definition:
    """Return a wording as it is asked."""
    return definition(one.key, one.version, one.language)
