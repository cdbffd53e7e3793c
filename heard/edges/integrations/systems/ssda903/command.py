"""The command `heard check ssda903 PATH`: what the statutory rules would say, before upload."""

import json
from pathlib import Path
from typing import TextIO

from heard.edges.integrations.systems.ssda903.reading import Reading, read_return
from heard.edges.integrations.systems.ssda903.rules import NEEDS, RULES, check, not_looked_at
from heard.edges.integrations.tables.findings import CannotRead, printable
from heard.edges.integrations.tables.limits import Limits

_LOOKED_AT = {"Reviews", *(table for tables in NEEDS.values() for table in tables)}


def run_check(
    path: Path | str,
    as_json: bool,
    stdout: TextIO,
    stderr: TextIO,
    limits: Limits | None = None,
) -> int:
    """Counts the review rows that break each of the eight rules. Returns the exit status.

    0: counted, whatever the counts are. 1: the path holds no reviews, or a file that may belong
    to them cannot be read; then nothing is counted, because half a count would mislead.
    With `as_json` standard output gets one JSON object, rule number to count, and nothing else.
    """
    try:
        reading = read_return(path, limits, only=_LOOKED_AT)
    except CannotRead as error:
        _say(error.reason, stderr)
        return 1
    _say_what_was_found(reading, stderr)
    reason = _why_not(reading, path)
    if reason:
        _say(reason, stderr)
        return 1
    _say_what_is_not_counted(reading, stderr)
    counts = check(reading)
    stdout.write(json.dumps(counts) + "\n" if as_json else _in_words(reading, counts))
    return 0


def _say(sentence: str, stderr: TextIO) -> None:
    stderr.write(f"{printable(sentence)}\n")


def _say_what_was_found(reading: Reading, stderr: TextIO) -> None:
    for note in reading.notes:
        _say(note, stderr)
    for refused in reading.refused:
        _say(f"{refused.file} is refused. {refused.reason}", stderr)


def _why_not(reading: Reading, path: Path | str) -> str:
    unread = [
        refused.file
        for refused in reading.refused
        if not refused.nearest or _LOOKED_AT & set(refused.nearest)
    ]
    if unread:
        return (
            f"Nothing is counted: {', '.join(unread)} may hold part of what is to be checked. "
            "Put it right, or take it out of the folder, and check again."
        )
    if not reading.tables:
        return (
            f"No Reviews, Header or Episodes of an SSDA903 return are at {path}. "
            "Give the folder of its CSV files, or its XML file."
        )
    if "Reviews" not in reading.tables:
        found = " and ".join(reading.tables)
        return f"No Reviews are at {path}, only {found}. The eight rules are about reviews."
    return ""


def _say_what_is_not_counted(reading: Reading, stderr: TextIO) -> None:
    for bad in reading.bad_rows:
        if bad.table in _LOOKED_AT:
            _say(f"{bad.file} line {bad.line} is not counted. {bad.reason}", stderr)
    for rule, tables in not_looked_at(reading).items():
        _say(f"Rule {rule} is not looked at: there is no {' and no '.join(tables)}.", stderr)


def _in_words(reading: Reading, counts: dict[str, int]) -> str:
    total = reading.table("Reviews").height
    cannot = not_looked_at(reading)
    lines = [f"{total} reviews were checked against {len(RULES) - len(cannot)} rules.", ""]
    for rule, text in RULES.items():
        shown = "not looked at" if rule in cannot else f"{counts[rule]} reviews"
        lines.append(f"{rule:<6}{shown:>14}  {text}")
    return "\n".join(lines) + "\n"
