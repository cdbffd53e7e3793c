"""Opening a backup: all of it is decrypted and checked before anything else happens."""

import json
import re
import tarfile
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from django.db.migrations.loader import MigrationLoader

from heard.foundations.deployment import keyfiles
from heard.foundations.safekeeping.problems import Refused
from heard.foundations.safekeeping.sealed_file import Hashed, Reader, read_header

DAMAGED = "This backup is damaged: {}. Use another copy of it."


class Opened(NamedTuple):
    """An opened backup: its manifest, and the folder where its parts lie."""

    manifest: dict[str, Any]
    folder: Path

    @property
    def database(self) -> Path:
        """The copy of the database."""
        names = {"sqlite": "heard.sqlite3", "postgresql": "heard.pgdump"}
        return self.folder / names[self.manifest["database"]]

    @property
    def heads(self) -> Path:
        """The heads that the copied database knows of."""
        return self.folder / "heads.jsonl"

    @property
    def data(self) -> Path:
        """The files; the folder may be absent when there are none."""
        return self.folder / "data"


def open_backup(path: Path, key_file: Path, folder: Path) -> Opened:
    """Decrypt a backup into an empty folder. Raises Refused when anything at all is wrong."""
    if not path.is_file():
        raise Refused(f"There is no backup at {path}.")
    if not key_file.is_file():
        raise Refused(f"The key {key_file} is missing. Give the folder with the keys: --keys DIR")
    key = keyfiles.read(key_file)
    with path.open("rb") as source:
        header, _ = read_header(source)
    _check_version(header)
    if header.get("key") != keyfiles.fingerprint(key):
        raise Refused(
            f"This backup was made with another key (fingerprint {header.get('key')}) than "
            f"{key_file} ({keyfiles.fingerprint(key)}). Give the folder with its key: --keys DIR"
        )
    with path.open("rb") as source:
        found = _take_out(Reader(source, key), folder)
    manifest = _manifest(folder, found)
    _check_migrations(manifest)
    return Opened(manifest, folder)


def _take_out(reader: Reader, folder: Path) -> dict[str, dict[str, Any]]:
    found = {}
    try:
        with tarfile.open(fileobj=reader, mode="r|") as tar:  # type: ignore[call-overload]
            for entry in tar:
                found[entry.name] = _take(tar, entry, folder)
    except tarfile.TarError:
        raise Refused(DAMAGED.format("what is inside cannot be read")) from None
    while reader.read(1024 * 1024):  # to the last chunk: a cut end is noticed
        pass
    return found


def _take(tar: tarfile.TarFile, entry: tarfile.TarInfo, folder: Path) -> dict[str, Any]:
    path = (folder / entry.name).resolve()
    source = tar.extractfile(entry)
    if not entry.isreg() or source is None or folder.resolve() not in path.parents:
        raise Refused(DAMAGED.format(f"{entry.name!r} is not a file that Heard writes"))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    read = Hashed(source.read)
    with path.open("xb") as out:
        while piece := read.read(1024 * 1024):
            out.write(piece)
    return {"name": entry.name, "size": read.size, "sha256": read.sha256}


def _manifest(folder: Path, found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if found.pop("manifest.json", None) is None:
        raise Refused(DAMAGED.format("its list of contents is missing"))
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    listed = {part["name"]: part for part in manifest["parts"]}
    for name in sorted(listed.keys() | found.keys()):
        if listed.get(name) != found.get(name):
            raise Refused(DAMAGED.format(f"{name} is not what its list of contents says"))
    return manifest


def _check_version(header: dict[str, Any]) -> None:
    made, here = str(header.get("version")), version("heard")
    if _numbers(made) > _numbers(here):
        raise Refused(
            f"This backup was made by Heard {made}; this is Heard {here}. "
            f"Install Heard {made} or newer, then restore it."
        )


def _numbers(text: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", text)]


def _check_migrations(manifest: dict[str, Any]) -> None:
    known = MigrationLoader(None).disk_migrations or {}
    unknown = [f"{app} {name}" for app, name in manifest["migrations"] if (app, name) not in known]
    if unknown:
        raise Refused(
            f"This backup was made by a newer Heard: this one does not know {unknown[0]}. "
            "Install the newest Heard, then restore it."
        )
