"""The two things that people do with files: look at what they would change, and bring them in."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from heard.edges.imports.facts_folder import summary as facts_summary
from heard.edges.imports.facts_folder.folder import RefusedFolder
from heard.edges.imports.models import ImportRun
from heard.edges.imports.operations import facts, ssda903
from heard.edges.imports.progress import Tell, silent
from heard.edges.imports.ssda903 import summary as ssda903_summary
from heard.foundations.audit.actor import Actor

Summary = dict[str, Any]


def look_at(kind: str, path: Path, today: date, tell: Tell = silent) -> Summary:
    """Return what bringing in would change, or why it is refused. Changes nothing."""
    try:
        if kind == "ssda903":
            return ssda903.look_at_return(path, today, tell)
        return facts.look_at_facts(path, tell)
    except RefusedFolder as refused:
        return facts_summary.refusal(refused, dry_run=True)
    except ssda903.RefusedReturn as refused:
        return refused.summary


def bring_in(
    kind: str,
    path: Path,
    by: Actor,
    at: datetime,
    run: ImportRun | None = None,
    tell: Tell = silent,
) -> Summary:
    """Bring in, and return what changed, or why it is refused; then nothing changed."""
    try:
        if kind == "ssda903":
            return ssda903.bring_in_return(path, by, at, run, tell)
        return facts.bring_in_facts(path, by, at, run, tell)
    except RefusedFolder as refused:
        return facts_summary.refusal(refused, dry_run=False)
    except ssda903.RefusedReturn as refused:
        return refused.summary


def in_words(summary: Summary) -> list[str]:
    """Return the summary as lines for a person."""
    words = facts_summary if summary["kind"] == "facts" else ssda903_summary
    return words.in_words(summary)
