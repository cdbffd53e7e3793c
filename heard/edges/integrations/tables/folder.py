"""The files of a folder: plain files only, in the order of their names."""

import stat
from pathlib import Path

from heard.edges.integrations.tables.findings import CannotRead
from heard.edges.integrations.tables.limits import Limits


def files_at(path: Path, limits: Limits) -> tuple[list[Path], list[str]]:
    """The files to read at `path` (a file, or a folder and not what is below it), and notes.

    Links, folders, pipes and devices inside the folder are named and skipped, never opened.
    Raises CannotRead when there is nothing at `path` or too much in it.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            return [path.resolve()], []
        if stat.S_ISDIR(mode):
            return _plain_files(path, limits)
    except OSError as error:
        raise CannotRead(f"{path} cannot be opened: {in_plain_words(error)}.") from error
    raise CannotRead(f"{path} is neither a file nor a folder.")


def _plain_files(folder: Path, limits: Limits) -> tuple[list[Path], list[str]]:
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    if len(entries) > limits.files:
        raise CannotRead(
            f"{folder} holds {len(entries)} files; the limit is {limits.files}. "
            "Put the files of one return into a folder of their own."
        )
    files: list[Path] = []
    notes: list[str] = []
    for entry in entries:
        kind = _kind(entry.lstat().st_mode)
        if kind == "file":
            files.append(entry)
        else:
            notes.append(f"{entry.name} is passed over: it is {kind}.")
    return files, notes


def _kind(mode: int) -> str:
    if stat.S_ISREG(mode):
        return "file"
    if stat.S_ISLNK(mode):
        return "a link to another place"
    if stat.S_ISDIR(mode):
        return "a folder"
    return "not a plain file"


def in_plain_words(error: OSError) -> str:
    """Why the machine said no, without codes or paths."""
    if isinstance(error, FileNotFoundError):
        return "there is nothing of that name"
    if isinstance(error, PermissionError):
        return "you have no permission to read it"
    return (error.strerror or "the machine could not read it").lower()
