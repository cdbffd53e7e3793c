"""Wordings of an authority as the tests need them: Welsh, Arabic, with each text marked."""

from typing import Any

from heard.child.feedback.definitions.ours import content_of_ours
from heard.child.feedback.models import OwnWording
from heard.child.feedback.operations import add_wording
from heard.child.feedback.wordings.boxes import filled, groups_of
from heard.kernel.ids import uuid7
from tests.cast import NOON, Cast


def content(kind: str = "child", **changed: Any) -> dict[str, Any]:
    """Our form of a kind as an authority's own, in Welsh unless `changed` says otherwise."""
    ours = content_of_ours(kind, 1, "en-GB")
    assert ours is not None
    return ours | {"language": "cy", "version": 101, "title": "Sut mae’n mynd?"} | changed


def translated(kind: str, mark: str, language: str, version: int = 101) -> dict[str, Any]:
    """Our form of a kind with a mark before each of its texts."""
    ours = content_of_ours(kind, 1, "en-GB")
    assert ours is not None
    boxes = [box for group in groups_of(ours) for box in group.boxes]
    return filled(ours, {b.name: f"{mark} {b.words}" for b in boxes}, language, version)


def added(cast: Cast, sent: dict[str, Any] | None = None) -> OwnWording:
    """A wording that Kit added."""
    who: dict[str, Any] = {"added_by": cast["Kit"].pk, "by": cast["Kit"].actor, "at": NOON}
    return add_wording(id=uuid7(), content=sent or content(), **who)
