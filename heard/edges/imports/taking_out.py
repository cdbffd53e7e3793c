"""Taking data out of Heard: each time is written down before the first byte leaves."""

import os
from datetime import datetime
from pathlib import Path

import polars as pl

from heard.edges.imports.facts_folder.writing import (
    AlreadyThere,
    facts,
    refuse_if_there,
    write_folder,
)
from heard.edges.imports.statutory import Statutory, statutory, write
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.reads import records_listed
from heard.foundations.deployment.clock import LONDON
from heard.kernel.time import ReportingYear


def take_facts_out(
    folder: Path, *, replace: bool = False, by: Actor, at: datetime
) -> dict[str, int]:
    """Write the nine files of facts to a folder and return the rows of each.

    Raises AlreadyThere, and writes nothing, when files of facts are there and may not be replaced.
    """
    if not replace:
        refuse_if_there(folder)
    found = facts_to_take_out(by=by, at=at)
    write_folder(folder, found)
    return {file: frame.height for file, frame in found.items()}


def facts_to_take_out(*, by: Actor, at: datetime) -> dict[str, pl.DataFrame]:
    """Return the rows of the nine files."""
    found = facts()
    rows = {file: frame.height for file, frame in found.items()}
    why = "the authority takes its facts out"
    records_listed(what="facts", why=why, data={"rows": rows}, by=by, at=at)
    return found


def take_reviews_out(
    year: ReportingYear, kind: str, path: Path, *, replace: bool = False, by: Actor, at: datetime
) -> Statutory:
    """Write the SSDA903 reviews of a year as csv or xml, and return what is in it and what is not.

    Raises AlreadyThere, and writes nothing, when there is such a file and it may not be replaced.
    """
    if path.exists() and not replace:
        raise AlreadyThere(path.name)
    found = reviews_to_take_out(year, kind, by=by, at=at)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    with temporary.open("wb") as out:
        write(found, kind, out)
        out.flush()
        os.fsync(out.fileno())
    os.replace(temporary, path)
    return found


def reviews_to_take_out(year: ReportingYear, kind: str, *, by: Actor, at: datetime) -> Statutory:
    """Return the reviews of a year for the file of a kind ("look": only to look at them)."""
    found = statutory(year, at.astimezone(LONDON).date())
    data = {"year": year.label, "format": kind, "rows": len(found.rows)}
    why = "the statutory return of reviews"
    records_listed(what="ssda903 reviews", why=why, data=data, by=by, at=at)
    return found
