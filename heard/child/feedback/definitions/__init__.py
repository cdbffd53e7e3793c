"""The wording of the forms: JSON files, ours here and an authority's own beside them.

An authority puts files into the folder `forms` of HEARD_DATA: another language, another wording, a
newer version. A file is checked when it is read. Old versions stay, as answers name theirs.
"""

import json
from functools import cache
from pathlib import Path

from django.conf import settings

from heard.child.feedback.definitions.reading import Definition, DefinitionWrong, Question, parse

__all__ = ["Definition", "DefinitionWrong", "Question", "definition", "for_kind", "problems"]
HERE = Path(__file__).parent


def definition(key: str, version: int, language: str) -> Definition:
    """Return the wording that a form was given on. Raises DefinitionWrong where it is gone."""
    for one in _all():
        if (one.key, one.version, one.language) == (key, version, language):
            return one
    raise DefinitionWrong(
        f"The form {key}, version {version} in {language}, is not here. Put its file back into "
        "the folder forms of HEARD_DATA."
    )


def for_kind(kind: str) -> list[Definition]:
    """Return the newest version of each form of a kind, in each language; ours come first."""
    newest: dict[tuple[str, str], Definition] = {}
    for one in _all():
        before = newest.get((one.key, one.language))
        if one.kind == kind and (before is None or before.version < one.version):
            newest[(one.key, one.language)] = one
    return list(newest.values())


def problems() -> list[str]:
    """Return what is wrong with files of the authority, in words; those are not offered."""
    return _read(_own(), _state(_own()))[1]


def _all() -> list[Definition]:
    return _read(HERE, ())[0] + _read(_own(), _state(_own()))[0]


def _own() -> Path:
    return Path(settings.DATA) / "forms"


def _state(folder: Path) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((p.name, p.stat().st_mtime_ns) for p in folder.glob("*.json")))


@cache
def _read(folder: Path, state: tuple[tuple[str, int], ...]) -> tuple[list[Definition], list[str]]:
    found, wrong = [], []
    for path in sorted(folder.glob("*.json")):
        try:
            found.append(parse(json.loads(path.read_text(encoding="utf-8")), path.name))
        except (ValueError, DefinitionWrong) as problem:
            if folder == HERE:
                raise
            wrong.append(f"{path.name}: {problem}")
    return found, wrong
