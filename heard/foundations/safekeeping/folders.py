"""Where things are, what of it belongs in a backup, and how a file becomes durable."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

ASIDE = ".before-restore-"
# Not in a backup: keys (they would open it), the live database (its copy is), heads (a copy cut to
# the database is), uploads on their way, and what we make ourselves.
LEFT_OUT = frozenset(
    {"keys", "heard.sqlite3", "audit_heads", "incoming", "tmp", "backups", "restore.json"}
)
LEFT_OUT_ENDINGS = ("-wal", "-shm", "-journal", ".log", ".pid", ".part")


def data() -> Path:
    """Return the folder of all that Heard keeps."""
    return Path(settings.DATA)


@contextmanager
def stage(name: str) -> Iterator[Path]:
    """Yield a private folder in HEARD_DATA/tmp that is removed at the end."""
    folder = data() / "tmp" / f"{name}-{os.getpid()}-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700, parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def clear_old_stages() -> None:
    """Remove what a killed backup or restore left: copies only, never the one of a live process."""
    for folder in (data() / "tmp").glob("*-*-*"):
        parts = folder.name.split("-")
        if folder.is_dir() and parts[0] in {"backup", "restore"} and not _runs(parts[1]):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def belonging() -> Iterator[tuple[str, Path]]:
    """Yield the name and the path of each file of HEARD_DATA that belongs in a backup."""
    for top in sorted(data().iterdir()):
        if top.name in LEFT_OUT or ASIDE in top.name or top.name.endswith(LEFT_OUT_ENDINGS):
            continue
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(data()).as_posix(), path


def tops() -> list[Path]:
    """Return what stands at the top of HEARD_DATA and belongs in a backup."""
    names = {name.split("/")[0] for name, _ in belonging()}
    return [data() / name for name in sorted(names)]


def sync(path: Path) -> None:
    """Wait until a file or a folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
