"""Making a backup: the database, the files and the heads, in one encrypted file."""

import io
import json
import os
import shutil
import tarfile
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from heard.foundations.audit import heads
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment import keyfiles
from heard.foundations.safekeeping import folders
from heard.foundations.safekeeping.dump import Dump, check_there_is_a_database, dump
from heard.foundations.safekeeping.problems import Refused
from heard.foundations.safekeeping.sealed_file import Hashed, Writer

KEY = "backup.key"


class Made(NamedTuple):
    """A backup that was made: where, how large in bytes, how many files, and its manifest."""

    path: Path
    size: int
    files: int
    manifest: dict[str, Any]


@operation("backup.begun")
def record_backup(*, path: str, by: Actor, at: datetime, audit: Recorder) -> None:
    """Write down that somebody takes all that Heard keeps into a backup."""
    audit(subject=("backup", path), data={"version": version("heard")})


def back_up(path: Path, *, by: Actor, at: datetime, record: bool = True) -> Made:
    """Write a backup to a path where there is nothing yet, or into a folder. Raises Refused.

    The file has its name only when it is whole and on the disk. The trail says first that it is
    made; `record` is False only before an upgrade, which writes it down after migrating.
    """
    path = path.absolute()
    if path.is_dir():
        path = path / f"heard-{at:%Y%m%d-%H%M%S}.backup"
    _check_place(path)
    check_there_is_a_database()
    keyfiles.make(folders.data() / "keys" / KEY)
    if record:
        record_backup(path=path.name, by=by, at=at)
    folders.clear_old_stages()
    part = path.with_name(path.name + ".part")
    with folders.stage("backup") as folder:
        copy = dump(folder)
        try:
            manifest = _write(part, copy, at)
            _name(part, path)
        finally:
            part.unlink(missing_ok=True)
    files = sum(p["name"].startswith("data/") for p in manifest["parts"])
    return Made(path, path.stat().st_size, files, manifest)


def _name(part: Path, path: Path) -> None:
    """Give the finished file its name, never over another file."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise Refused(f"{path} has appeared meanwhile. Give the backup a new name.") from None
    except OSError:  # a disk without hard links, such as a memory stick
        part.rename(path)
    folders.sync(path.parent)


def _check_place(path: Path) -> None:
    if path.exists():
        raise Refused(f"{path} is there already. Give the backup a new name.")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}. Make it, or choose another.")
    if folders.data() / "keys" in path.parents:
        raise Refused("A backup must not lie beside the keys that open it. Choose another folder.")
    needed = sum(p.stat().st_size for p in folders.data().glob("heard.sqlite3*"))
    free = shutil.disk_usage(folders.data()).free
    if free < needed * 1.1:
        raise Refused(
            f"The disk of {folders.data()} has {free:,} bytes left; the copy of the database "
            f"needs {needed:,}. Make room, then try again."
        )


def _write(part: Path, copy: Dump, at: datetime) -> dict[str, Any]:
    key = keyfiles.read(folders.data() / "keys" / KEY)
    about = {
        "version": version("heard"),
        "made_at": at.isoformat(),
        "key": keyfiles.fingerprint(key),
    }
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        sealed = Writer(out, key, about)
        with tarfile.open(fileobj=sealed, mode="w|", format=tarfile.PAX_FORMAT) as tar:  # type: ignore[call-overload]
            manifest = {**about, **copy.facts, "keys": _keys(), "parts": _parts(tar, copy)}
            _add_bytes(tar, "manifest.json", json.dumps(manifest, indent=1).encode())
        sealed.close()
        out.flush()
        os.fsync(out.fileno())
    return manifest


def _parts(tar: tarfile.TarFile, copy: Dump) -> list[dict[str, Any]]:
    """Add the database first, then the files: a file that a row names is always in it."""
    parts = [_add_file(tar, copy.path.name, copy.path)]
    parts.append(_add_bytes(tar, "heads.jsonl", _heads(copy.facts["trail"]["heads"])))
    parts += [_add_file(tar, f"data/{name}", path) for name, path in folders.belonging()]
    return parts


def _heads(known: int) -> bytes:
    """Return the lines of heads that the copied database knows of."""
    path = heads.file()
    lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
    found = [line.head.n if line.head else 0 for line in heads.read(path)]
    return b"".join(line for line, n in zip(lines, found, strict=False) if n <= known)


def _keys() -> dict[str, str]:
    """Return fingerprints: a restore says which key is missing or is another."""
    folder = folders.data() / "keys"
    return {p.name: keyfiles.fingerprint(keyfiles.read(p)) for p in sorted(folder.glob("*.key"))}


def _add_file(tar: tarfile.TarFile, name: str, path: Path) -> dict[str, Any]:
    with path.open("rb") as source:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = os.fstat(source.fileno()).st_size, 0o600
        read = Hashed(source.read)
        try:
            tar.addfile(entry, read)
        except OSError as problem:
            if "unexpected end of data" in str(problem):
                raise Refused(f"{path} changed while it was read. Try again.") from None
            raise
    return {"name": name, "size": read.size, "sha256": read.sha256}


def _add_bytes(tar: tarfile.TarFile, name: str, data: bytes) -> dict[str, Any]:
    entry, read = tarfile.TarInfo(name), Hashed(io.BytesIO(data).read)
    entry.size, entry.mode = len(data), 0o600
    tar.addfile(entry, read)
    return {"name": name, "size": read.size, "sha256": read.sha256}
