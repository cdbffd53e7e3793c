"""Reading the authority's own wordings. They are about nobody: whoever opens a form reads them."""

from typing import Any

from django.db.models import Max

from heard.child.feedback.models import OwnWording
from heard.child.feedback.rules import OWN_FROM


def content_of(key: str, version: int, language: str) -> dict[str, Any] | None:
    """Return one wording as it was sent, withdrawn or not; None where there is none."""
    named = OwnWording.objects.filter(key=key, version=version, language=language)
    return named.values_list("content", flat=True).first()


def offered_contents(kind: str) -> list[dict[str, Any]]:
    """Return the wordings of a kind that are not withdrawn, as they were sent, oldest first."""
    offered = OwnWording.objects.filter(kind=kind, withdrawn_at=None)
    return list(offered.order_by("version", "language").values_list("content", flat=True))


def next_version(key: str, language: str) -> int:
    """Return the version that the authority's next wording of a form in a language gets."""
    rows = OwnWording.objects.filter(key=key, language=language)
    last = rows.aggregate(last=Max("version"))["last"]
    return OWN_FROM if last is None else int(last) + 1


def own_wordings() -> list[OwnWording]:
    """Return every wording of the authority, newest versions first."""
    rows = OwnWording.objects.select_related("added_by").defer("content")
    return list(rows.order_by("kind", "language", "-version"))


def own_wording(key: str, version: int, language: str) -> OwnWording | None:
    """Return one wording of the authority, or None."""
    named = OwnWording.objects.filter(key=key, version=version, language=language)
    return named.select_related("added_by").first()
