"""The two things that people do with files: look at what they would change, and bring them in."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from heard.edges.imports.child_rows import summary as child_rows_summary
from heard.edges.imports.facts_folder import summary as facts_summary
from heard.edges.imports.facts_folder.folder import RefusedFolder
from heard.edges.imports.models import ImportRun
from heard.edges.imports.operations import child_rows, facts, ssd, ssda903
from heard.edges.imports.operations.runs import RefusedExtract
from heard.edges.imports.progress import Tell, silent
from heard.edges.imports.ssd import summary as ssd_summary
from heard.edges.imports.ssda903 import summary as ssda903_summary
from heard.foundations.audit.actor import Actor

Summary = dict[str, Any]


class BringIn(Protocol):
    """Bring in and return what changed; raises RefusedFolder or RefusedExtract."""

    def __call__(
        self, path: Any, by: Actor, at: datetime, run: ImportRun | None, tell: Tell
    ) -> Summary: ...


class Doing(NamedTuple):
    """What is done with one kind of files."""

    look: Callable[..., Summary]
    bring_in: BringIn
    in_words: Callable[[Summary], list[str]]


def _look_at_facts(path: Any, today: date, tell: Tell) -> Summary:
    return facts.look_at_facts(path, tell)


DOING = {
    "facts": Doing(_look_at_facts, facts.bring_in_facts, facts_summary.in_words),
    "ssda903": Doing(ssda903.look_at_return, ssda903.bring_in_return, ssda903_summary.in_words),
    "annex_a": Doing(
        child_rows.look_at_annex_a, child_rows.bring_in_annex_a, child_rows_summary.in_words
    ),
    "cin": Doing(
        child_rows.look_at_census, child_rows.bring_in_census, child_rows_summary.in_words
    ),
    "ssd": Doing(ssd.look_at_extract, ssd.bring_in_extract, ssd_summary.in_words),
}


def look_at(kind: str, path: Any, today: date, tell: Tell = silent) -> Summary:
    """Return what bringing in would change, or why it is refused. Changes nothing.

    `path` is the file or folder; for the SSD also a Database.
    """
    try:
        return DOING[kind].look(path, today, tell)
    except RefusedFolder as refused:
        return facts_summary.refusal(refused, dry_run=True)
    except RefusedExtract as refused:
        return refused.summary


def bring_in(
    kind: str,
    path: Any,
    by: Actor,
    at: datetime,
    run: ImportRun | None = None,
    tell: Tell = silent,
) -> Summary:
    """Bring in, and return what changed, or why it is refused; then nothing changed."""
    try:
        return DOING[kind].bring_in(path, by, at, run, tell)
    except RefusedFolder as refused:
        return facts_summary.refusal(refused, dry_run=False)
    except RefusedExtract as refused:
        return refused.summary


def in_words(summary: Summary) -> list[str]:
    """Return the summary as lines for a person."""
    return DOING[summary["kind"]].in_words(summary)
