"""Heard's own wordings: the files of this folder, read once."""

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from heard.child.feedback.definitions.reading import Definition, parse
from heard.kernel.languages import OURS

HERE = Path(__file__).parent


def ours() -> list[Definition]:
    """Return every wording that comes with Heard."""
    return [parse(read, name) for name, read in _files().items()]


def definition_of_ours(key: str, version: int, language: str) -> Definition | None:
    """Return one of ours, or None."""
    return _by_name().get((key, version, language))


def content_of_ours(key: str, version: int, language: str) -> dict[str, Any] | None:
    """Return one of ours as it stands in its file, or None."""
    wanted = (key, version, language)
    found = (r for r in _files().values() if (r["key"], r["version"], r["language"]) == wanted)
    return deepcopy(next(found, None))


def pattern_of(kind: str) -> Definition:
    """Return our newest English form of a kind: what an authority's own is measured against."""
    of_kind = (d for d in ours() if (d.kind, d.language) == (kind, OURS))
    return max(of_kind, key=lambda one: one.version)


@cache
def _files() -> dict[str, dict[str, Any]]:
    paths = sorted(HERE.glob("*.json"))
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}


@cache
def _by_name() -> dict[tuple[str, int, str], Definition]:
    return {(d.key, d.version, d.language): d for d in ours()}
