"""The two things that people do with files: look at what they would change, and bring them in."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from heard.edges.imports.facts_folder import summary as facts_summary
from heard.edges.imports.facts_folder.folder import RefusedFolder
from heard.edges.imports.models import ImportRun
from heard.edges.imports.operations import facts
from heard.foundations.audit.actor import Actor

Summary = dict[str, Any]


def look_at(kind: str, path: Path, today: date) -> Summary:
    """Return what bringing in would change, or why it is refused. Changes nothing."""
    try:
        return facts.look_at_facts(path)
    except RefusedFolder as refused:
        return facts_summary.refusal(refused, dry_run=True)


def bring_in(
    kind: str, path: Path, by: Actor, at: datetime, run: ImportRun | None = None
) -> Summary:
    """Bring in, and return what changed, or why it is refused; then nothing changed."""
    try:
        return facts.bring_in_facts(path, by, at, run)
    except RefusedFolder as refused:
        return facts_summary.refusal(refused, dry_run=False)


def in_words(summary: Summary) -> list[str]:
    """Return the summary as lines for a person."""
    return facts_summary.in_words(summary)
