"""Where sent files wait: HEARD_DATA/incoming, a folder for each import, readable by Heard only."""

import json
import os
import shutil
import time
import unicodedata
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

LONGEST_NAME = 120
WAITING = "Waiting for the worker to begin"


class HowFar(NamedTuple):
    """What an import is doing, how far it is in percent, and for how many seconds it was quiet."""

    words: str
    percent: int
    quiet: float


class Place:
    """The folder of one import: `files` are what was sent, beside it how far the import is."""

    def __init__(self, run: UUID) -> None:
        self.folder = Path(settings.DATA) / "incoming" / run.hex
        self.files = self.folder / "files"
        self._progress = self.folder / "progress.json"

    def make(self) -> None:
        """Make the folder, private to Heard's account."""
        for folder in (self.folder.parent, self.folder, self.files):
            folder.mkdir(mode=0o700, exist_ok=folder == self.folder.parent)

    def remove(self) -> None:
        """Remove all that was sent; nothing happens where it is gone already."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def tell(self, words: str, percent: int) -> None:
        """Write down how far the import is; a reader sees the old words or the new, never half.

        In a file, because an import is one transaction that nobody sees into.
        """
        new = self._progress.with_suffix(".new")
        new.write_text(json.dumps([words, percent]))
        os.replace(new, self._progress)

    def how_far(self) -> HowFar:
        """Return how far the import is."""
        try:
            words, percent = json.loads(self._progress.read_text())
            return HowFar(words, percent, _age(self._progress))
        except FileNotFoundError:
            return HowFar(WAITING, 0, _age(self.folder) if self.folder.exists() else 0.0)

    def forget_how_far(self) -> None:
        """Begin at nothing again."""
        self._progress.unlink(missing_ok=True)


def _age(path: Path) -> float:
    """Seconds since it was written, by the clock of the machine that keeps the files."""
    return max(0.0, time.time() - path.stat().st_mtime)


def safe_name(given: str, taken: set[str]) -> str:
    """Return a plain file name like the one given, that no other file has.

    No folders, no control or direction marks (which can make .exe look like .csv), not hidden.
    """
    last = given.replace("\\", "/").rpartition("/")[2]
    plain = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*')
    plain = plain.strip(" .")[-LONGEST_NAME:].lstrip(" .") or "file"
    stem, dot, ending = plain.rpartition(".")
    stem, ending = (stem, dot + ending) if dot else (plain, "")
    name, number = plain, 2
    while name.lower() in {one.lower() for one in taken}:
        name, number = f"{stem} {number}{ending}", number + 1
    return name
