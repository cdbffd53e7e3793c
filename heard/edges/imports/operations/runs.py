"""The record of each import: who, when, which files, and what came of it."""

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from heard.edges.imports.models import ImportRun
from heard.foundations.audit.actor import Actor

Sent = list[dict[str, Any]]


class NotWaiting(Exception):
    """The import is not in that state any more: somebody else was first."""


class RefusedExtract(Exception):
    """Nothing can be loaded; `summary` says why."""

    def __init__(self, summary: dict[str, Any]) -> None:
        super().__init__(summary["why"])
        self.summary = summary


def files_sent(path: Path) -> Sent:
    """Return name, bytes and SHA-256 of the file, or of each file in the folder."""
    files = [path] if path.is_file() else sorted(f for f in path.iterdir() if f.is_file())
    return [_sent(file) for file in files]


def _sent(file: Path) -> dict[str, Any]:
    with file.open("rb") as stream:
        seal = hashlib.file_digest(stream, "sha256").hexdigest()
    return {"name": file.name, "bytes": file.stat().st_size, "sha256": seal}


def loaded_run(kind: str, files: Sent, run: ImportRun | None, by: Actor, at: datetime) -> ImportRun:
    """Return the run, marked as loaded: the one that a person began on screen, or a new one.

    Raises NotWaiting when the run was brought in meanwhile.
    """
    if run is None:
        run = ImportRun(kind=kind, started_at=at, files=json.dumps(files, ensure_ascii=False))
        run.by_kind, run.by_id, run.by_name = by
    elif not ImportRun.objects.select_for_update().filter(pk=run.pk, state="asked").exists():
        raise NotWaiting
    run.state, run.finished_at = "loaded", at
    run.save()
    return run


def say_what_came_of_it(run: ImportRun, summary: dict[str, Any]) -> None:
    """Keep the summary with the run."""
    run.summary = json.dumps(summary, ensure_ascii=False)
    run.save(update_fields=["summary"])
