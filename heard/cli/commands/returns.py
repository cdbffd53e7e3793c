"""heard returns: build, check, export and compare the returns of the authority."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heard.cli.main import BadInput, set_up_django

if TYPE_CHECKING:
    from heard.authority.returns.models import ReturnVersion

HELP = "build the return of a year, check it, take it out, and see what moved since"
EXAMPLES = """examples:
  heard returns build --year 2025-26
  heard returns build --year 2025-26 --as-of 2026-04-30 --json
  heard returns check --year 2025-26
  heard returns export --year 2025-26 --format pdf --out return.pdf
  heard returns diff --year 2025-26 --json

A return is signed on screen only."""
FORMATS = ("json", "csv", "pdf")


def add(parser: argparse.ArgumentParser) -> None:
    """What to do with the return of which year."""
    what = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    building = _one(what, "build", "count the return and keep it as the draft of its year")
    building.add_argument("--as-of", metavar="DAY", help="last day counted; yesterday unless said")
    checking = _one(what, "check", "list what the written checks find, and rebuild what is frozen")
    taking = _one(what, "export", "write the return to a file")
    taking.add_argument("--format", choices=FORMATS, required=True, help="csv writes .meta.csv too")
    taking.add_argument("--out", type=Path, required=True, metavar="PATH", help="the file to write")
    taking.add_argument("--version", type=int, metavar="N", help="the newest unless said")
    comparing = _one(what, "diff", "say what moved between the kept return and today's facts")
    for one in (building, checking, comparing):
        one.add_argument("--json", action="store_true", help="print one JSON object and no more")


def _one(what: Any, name: str, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = what.add_parser(name, help=words, description=words)
    parser.add_argument("--year", required=True, metavar="YEAR", help="such as 2025-26")
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Do it. What cannot be done is said in words; exit status 1, and nothing changed."""
    set_up_django()
    from heard.authority.returns.presenters.files import CannotMake
    from heard.authority.returns.rules.days import BadReturn, Changed

    try:
        return DOING[arguments.what](arguments)
    except (BadReturn, Changed, CannotMake) as problem:
        raise BadInput(str(problem)) from problem


def build(arguments: argparse.Namespace) -> int:
    """Build the draft of a year and print it."""
    from heard.authority.returns import operations
    from heard.authority.returns.queries.versions import whole
    from heard.authority.returns.rules.days import parse_year
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock

    version = operations.build(
        year=parse_year(arguments.year),
        as_of=_day(arguments.as_of),
        today=clock.today(),
        by=os_account(),
        at=clock.now(),
    )
    said = whole(version)
    if arguments.json:
        print(json.dumps(said, ensure_ascii=False))
    _aside(f"Built version {version.number} of the return for {version.year}, as a draft.")
    _aside(f"Facts up to {version.as_of} are used. Content hash: {version.content_hash}")
    for check in said["checks"]:
        _aside(f"{check['severity']}, {check['count']}: {check['text']}")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """List what the checks found in the newest version, and rebuild every frozen one."""
    from heard.authority.returns.queries.versions import whole

    version = _newest(arguments.year)
    said, rebuilt = whole(version), _rebuilt(version.year)
    if arguments.json:
        told = {"version": version.number, "state": version.state, "checks": said["checks"]}
        print(json.dumps({"reporting_year": version.year, **told, "rebuilt": rebuilt}))
    else:
        print(f"Return for {version.year}, version {version.number}, {version.state}:")
        for one in said["checks"]:
            print(f"  {one['severity']}  {one['code']}  {one['count']}  {one['text']}")
        print("  no check found anything" if not said["checks"] else "", end="\n")
        for one in rebuilt:
            words = "the same bytes" if one["same"] else "NOT the same: do not send it"
            print(f"Version {one['version']}, frozen, built again from its own facts: {words}")
    return 0 if all(one["same"] for one in rebuilt) else 1


def _rebuilt(year: str) -> list[dict[str, Any]]:
    from heard.authority.returns.queries.versions import rebuild, signed_versions

    found = []
    for version in signed_versions(year):
        items, content_hash = rebuild(version)
        same = (items, content_hash) == (version.items, version.content_hash)
        found.append({"version": version.number, "content_hash": content_hash, "same": same})
    return found


def export(arguments: argparse.Namespace) -> int:
    """Write a version to a file; nothing stands half written when it fails."""
    from heard.authority.returns import operations
    from heard.authority.returns.presenters.files import make
    from heard.authority.returns.presenters.said import said
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock

    version = _newest(arguments.year, arguments.version)
    if version.state == "set_aside":
        raise BadInput(f"Version {version.number} was set aside; it is not taken out.")
    files = {arguments.out: make(version, arguments.format, said(version))}
    if arguments.format == "csv":
        files[arguments.out.with_suffix(".meta.csv")] = make(version, "meta", said(version))
    for path, file in files.items():
        _write(path, file.content)
        operations.taken_out(
            version_id=version.id,
            file=file.name,
            content_hash=version.content_hash,
            by=os_account(),
            at=clock.now(),
        )
        _aside(f"Wrote {path}")
    return 0


def diff(arguments: argparse.Namespace) -> int:
    """Say what moved since the newest signed version (else the draft) was built."""
    from heard.authority.returns.operations.compare import with_today
    from heard.authority.returns.presenters.moved import as_json, in_words
    from heard.authority.returns.queries.versions import newest
    from heard.foundations.deployment import clock

    version = newest(arguments.year, "signed") or _newest(arguments.year)
    found = with_today(version, clock.today())
    if arguments.json:
        about = {"reporting_year": version.year, "version": version.number}
        whole = {**about, "as_of": version.as_of.isoformat(), **as_json(found)}
        print(json.dumps(whole, ensure_ascii=False))
        return 0
    words = in_words(found)
    print(f"Version {version.number} of the return for {version.year}, beside today's facts:")
    if words["nothing"]:
        print("Nothing differs.")
    for where, before, after in words["figures"]:
        print(f"  {where}: {before} -> {after}")
    counts = words["counts"]
    print(f"Facts: {counts['added']} added, {counts['gone']} gone, {counts['changed']} changed.")
    return 0


def _newest(year: str, number: int | None = None) -> "ReturnVersion":
    from heard.authority.returns.queries.versions import find, newest
    from heard.authority.returns.rules.days import parse_year

    label = parse_year(year).label
    version = newest(label) if number is None else find(label, number)
    if version is None:
        which = f" with the number {number}" if number is not None else ""
        raise BadInput(
            f"There is no return for {label}{which}. Build one: heard returns build --year {label}"
        )
    return version


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        if len(text) != len("2026-04-30"):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise BadInput(f'"{text}" is not a day. Write it like 2026-04-30.') from wrong


def _write(path: Path, content: bytes) -> None:
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        os.chmod(file.name, 0o600)
        os.replace(file.name, path)
    except OSError as problem:
        raise BadInput(f"{path} could not be written: {problem.strerror}.") from problem


def _aside(words: str) -> None:
    print(words, file=sys.stderr)


DOING: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": build,
    "check": check,
    "export": export,
    "diff": diff,
}
