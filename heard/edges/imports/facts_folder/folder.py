"""A folder of facts, read and found sound in itself, or refused with every bad row named."""

from pathlib import Path
from typing import NamedTuple

import polars as pl

from heard.edges.imports.facts_folder.cells import check_cells, typed
from heard.edges.imports.facts_folder.faults import Faults
from heard.edges.imports.facts_folder.reading import read_folder
from heard.edges.imports.facts_folder.relations import check_relations


class RefusedFolder(Exception):
    """Nothing of the folder is loaded; `faults` names each bad row, `notes` what else was seen."""

    def __init__(self, faults: Faults, notes: list[str]) -> None:
        super().__init__(f"{len(faults)} rows are not as they should be")
        self.faults, self.notes = faults, notes


class Folder(NamedTuple):
    """`rows`: typed frames by file, each row once. `read`: rows in each file as it stands."""

    rows: dict[str, pl.DataFrame]
    read: dict[str, int]
    notes: list[str]


def read_facts(path: Path) -> Folder:
    """Read and check a folder. Raises RefusedFolder when anything in it is wrong."""
    faults = Faults()
    if not path.is_dir():
        faults.add("children", 0, "", f"{path} is no folder.", "the folder with the nine files")
        raise RefusedFolder(faults, [])
    texts = read_folder(path, faults)
    rows = {}
    for file, frame in texts.frames.items():
        check_cells(file, frame, faults)
        rows[file] = typed(file, frame)
    check_relations(rows, faults)
    if len(faults):
        raise RefusedFolder(faults, texts.notes)
    read = {file: frame.height for file, frame in texts.frames.items()}
    return Folder(rows, read, texts.notes)
