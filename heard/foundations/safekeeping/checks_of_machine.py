"""Checks of the machine: folders, keys, room, time, libraries. "" means that all is well."""

import difflib
import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.staticfiles import finders

from heard.foundations.audit import heads
from heard.foundations.deployment import disk
from heard.foundations.safekeeping import folders, moves

LEAST_ROOM = 1024**3  # bytes; a day of a large authority and a backup's copy need less
BUILT = ("heard/heard.css", "heard/heard.js")
EARLIEST = 2026  # the year in which Heard was first made: a clock before it is wrong


def unknown_settings() -> str:
    """A variable that Heard does not know is mostly a slip."""
    unknown = sorted(n for n in os.environ if n.startswith("HEARD_") and n not in settings.KNOWN)
    if not unknown:
        return ""
    meant = difflib.get_close_matches(unknown[0], settings.KNOWN, 1)
    hint = f" Did you mean {meant[0]}?" if meant else ""
    return f"Heard does not know {', '.join(unknown)}.{hint} Correct or unset it."


def data_folder() -> str:
    """Only Heard's own account may look into its folder."""
    folder = folders.data()
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"{folder} cannot be written by this account. Run Heard as the folder's owner."
    if _open_to_others(folder):
        return f"Others may look into {folder}. Run: chmod 700 {folder}"
    return ""


def room() -> str:
    """Writing must not end in the middle of a day."""
    for folder in {folders.data(), heads.file().parent}:
        if folder.exists() and disk.free(folder) < LEAST_ROOM:
            left = disk.free(folder) // 1024**2
            return f"{left:,} MB are left for {folder}. Make room: at least 1,024 MB."
    return ""


def keys_are_private() -> str:
    """The keys are the one thing that no backup holds."""
    folder = Path(settings.KEYS)
    for path in [folder, *sorted(folder.glob("*.key"))]:
        if not os.access(path, os.R_OK):
            return f"{path} cannot be read by this account. Run Heard as its owner."
        if _open_to_others(path):
            return f"Others may read {path}. Run: chmod {'700' if path.is_dir() else '600'} {path}"
        if path.is_file() and not path.stat().st_size:
            return f"{path} is empty. Put it back from where you keep the keys."
    return ""


def time() -> str:
    """Deadlines count in days of London."""
    try:
        year = datetime.now(ZoneInfo("Europe/London")).year
    except ZoneInfoNotFoundError:
        return "This machine has no time zones. Run: pip install tzdata"
    if year < EARLIEST:
        return f"The clock of this machine says {year}. Set it."
    if settings.HEARD_TODAY and not settings.HEARD_DEMO:
        return f"HEARD_TODAY fixes the day to {settings.HEARD_TODAY}: unset it where people work."
    return ""


def half_restore() -> str:
    """Nobody may work on a restore that is half done."""
    return "A restore was interrupted. Run: heard restore --undo" if moves.unfinished() else ""


def static_files() -> str:
    """Without them pages look bare and passkeys do not work."""
    missing = [name for name in BUILT if not _found(name)]
    if not missing:
        return ""
    return f"{missing[0]} is not built. Run: make build (a released package holds it)."


def pdf_libraries() -> str:
    """WeasyPrint needs libraries of the operating system."""
    try:
        import weasyprint
    except OSError:
        need = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core"
        return f"Libraries for PDF are missing. Run: apt-get install {need}"
    return "" if weasyprint.__version__ else "WeasyPrint says no version. Install it again."


def _found(name: str) -> bool:
    path = finders.find(name)
    return path is not None and Path(path).stat().st_size > 1000


def _open_to_others(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o077)
