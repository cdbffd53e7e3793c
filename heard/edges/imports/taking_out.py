"""Taking data out of Heard: each time is written down before the first byte leaves."""

from datetime import datetime
from pathlib import Path

from heard.edges.imports.facts_folder.writing import facts, refuse_if_there, write_folder
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.reads import records_listed


def take_facts_out(
    folder: Path, *, replace: bool = False, by: Actor, at: datetime
) -> dict[str, int]:
    """Write the nine files of facts to a folder and return the rows of each.

    Raises AlreadyThere, and writes nothing, when files of facts are there and may not be replaced.
    """
    if not replace:
        refuse_if_there(folder)
    found = facts()
    rows = {file: frame.height for file, frame in found.items()}
    why = "the authority takes its facts out"
    records_listed(what="facts", why=why, data={"rows": rows}, by=by, at=at)
    write_folder(folder, found)
    return rows
