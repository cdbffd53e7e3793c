"""Putting a restored deployment in its place, so that a power cut leaves the old or nothing.

What is to be moved is written down first, in HEARD_DATA/restore.json. Old things are moved aside
and never deleted; the database is the last that comes back. Whatever was begun and not finished is
put back by `undo`.
"""

import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from heard.foundations.safekeeping import folders
from heard.foundations.safekeeping.problems import Refused


class Plan(NamedTuple):
    """What goes where. `new` pairs a staged path with its place; `old` are places to clear."""

    stamp: str
    new: list[tuple[Path, Path]]
    old: list[Path]
    schema: str = ""


def journal() -> Path:
    """Return the file that stands while a restore is on its way."""
    return folders.data() / "restore.json"


def aside(place: Path, stamp: str) -> Path:
    """Return where an old thing goes; SQLite's side files keep the ending that SQLite looks for."""
    for ending in ("-wal", "-shm", "-journal"):
        if place.name.endswith(ending):
            return place.with_name(f"{place.name[: -len(ending)]}{folders.ASIDE}{stamp}{ending}")
    return place.with_name(f"{place.name}{folders.ASIDE}{stamp}")


def begin(plan: Plan) -> None:
    """Write down what will be moved."""
    kept = {
        "stamp": plan.stamp,
        "schema": plan.schema,
        "old": [str(place) for place in plan.old],
        "new": [str(place) for _, place in plan.new],
    }
    fresh = journal().with_name("restore.json.part")
    with fresh.open("w") as out:
        json.dump(kept, out)
        out.flush()
        os.fsync(out.fileno())
    fresh.rename(journal())
    folders.sync(journal().parent)


def clear(plan: Plan) -> None:
    """Move the old things aside."""
    for place in plan.old:
        if place.exists():
            place.rename(aside(place, plan.stamp))
            folders.sync(place.parent)


def place(staged: Path, place: Path) -> None:
    """Bring one staged file or folder to its place, across disks if need be."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    near = place.with_name(place.name + ".part")
    if near.exists():
        shutil.rmtree(near) if near.is_dir() else near.unlink()
    try:
        staged.rename(near)
    except OSError:  # another disk
        shutil.copytree(staged, near) if staged.is_dir() else shutil.copy2(staged, near)
    _sync_all(near)
    near.rename(place)
    folders.sync(place.parent)


def end() -> None:
    """Say that the restore is finished."""
    journal().unlink(missing_ok=True)
    folders.sync(folders.data())


def unfinished() -> dict[str, object] | None:
    """Return what was begun and not finished, if anything."""
    return json.loads(journal().read_text()) if journal().exists() else None


def require_finished() -> None:
    """Raise Refused where a restore is half done: nobody may work on that."""
    if journal().exists():
        raise Refused("A restore was interrupted. Run: heard restore --undo")


def undo() -> None:
    """Put the old things back where a restore did not finish. May be run again and again."""
    kept = unfinished()
    if kept is None:
        return
    stamp, old = str(kept["stamp"]), [Path(p) for p in kept["old"]]  # type: ignore[attr-defined]
    rejected = folders.data() / "tmp" / f"unfinished-{stamp}"
    for place in [Path(p) for p in kept["new"]]:  # type: ignore[attr-defined]
        if place.exists() and (place not in old or aside(place, stamp).exists()):
            rejected.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.move(place, _free(rejected / place.name))
    for place in old:
        if aside(place, stamp).exists():
            aside(place, stamp).rename(place)
            folders.sync(place.parent)
    end()


def _free(path: Path) -> Path:
    number = 1
    while path.exists():
        path, number = path.with_name(f"{number}-{path.name}"), number + 1
    return path


def _sync_all(path: Path) -> None:
    for one in [path, *path.rglob("*")] if path.is_dir() else [path]:
        folders.sync(one)
