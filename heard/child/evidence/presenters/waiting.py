"""What waits for the manager, as rows of a page."""

from collections.abc import Iterable
from typing import Any

from heard.child.evidence.models import Assessment, Point
from heard.child.evidence.presenters.rows import KINDS
from heard.child.evidence.queries import Waiting
from heard.child.people.presenters import name_of
from heard.foundations.ui.words import day


def waiting_rows(points: Iterable[Point]) -> list[dict[str, Any]]:
    """Return each point that waits: id, the child's name, what and when."""
    return [
        {"id": str(p.pk), "name": name_of(p.child), "note": f"{KINDS[p.kind]} on {day(p.day)}"}
        for p in points
    ]


def assessment_rows(rows: Iterable[Waiting]) -> list[dict[str, Any]]:
    """Return each assessment that waits: id, the children's names, who put it up and when."""
    return [
        {
            "id": str(row.assessment.pk),
            "names": ", ".join(name_of(child) for child in row.children),
            "note": f"Put up by {row.assessment.put_up_by.name}, {day(row.assessment.put_up_at)}",
        }
        for row in rows
    ]


def sent_back_rows(rows: Iterable[Assessment]) -> list[tuple[str, str]]:
    """Return each assessment that was sent back: when, and what should change."""
    return [(f"Sent back on {day(row.sent_back_at)}", row.sent_back_why) for row in rows]
