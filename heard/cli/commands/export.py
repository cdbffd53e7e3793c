"""heard export: take facts or the statutory reviews out."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from heard.cli.main import BadInput, set_up_django

HELP = "take out the facts that the figures rest on, or the SSDA903 reviews of a year"
EXAMPLES = """examples:
  heard export facts ./facts
  heard export ssda903-reviews --year 2025-26 --format csv --out reviews.csv"""


def add(parser: argparse.ArgumentParser) -> None:
    """What to take out, and where to."""
    whats = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    facts = whats.add_parser("facts", help="the nine files of facts")
    facts.add_argument("folder", type=Path, metavar="DIR", help="folder to write them to")
    facts.add_argument("--replace", action="store_true", help="replace files of facts in it")
    facts.add_argument("--json", action="store_true", help="print what was written as JSON")
    reviews = whats.add_parser("ssda903-reviews", help="the looked-after reviews of a year")
    reviews.add_argument("--year", required=True, help="such as 2025-26")
    reviews.add_argument("--format", choices=["csv", "xml"], default="csv")
    reviews.add_argument("--out", type=Path, required=True, metavar="PATH", help="file to write")
    reviews.add_argument("--replace", action="store_true", help="replace the file if it is there")
    reviews.add_argument("--json", action="store_true", help="print what was written as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write the files and say how many rows each has."""
    set_up_django()
    from django.db import DatabaseError

    try:
        return _facts(arguments) if arguments.what == "facts" else _reviews(arguments)
    except DatabaseError as error:
        raise BadInput(
            f"The database could not be read: {error}. heard doctor says more."
        ) from error
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise BadInput(f"The files could not be written{where}: {error.strerror}.") from error


def _facts(arguments: argparse.Namespace) -> int:
    from heard.edges.imports.facts_folder.writing import AlreadyThere
    from heard.edges.imports.taking_out import take_facts_out
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock

    try:
        rows = take_facts_out(
            arguments.folder, replace=arguments.replace, by=os_account(), at=clock.now()
        )
    except AlreadyThere as there:
        raise BadInput(
            f"{arguments.folder} has files of facts already: {there}. Nothing was written. Choose "
            "an empty folder, or add --replace to replace them."
        ) from there
    _say({"folder": str(arguments.folder), "rows": rows}, as_json=arguments.json)
    return 0


def _reviews(arguments: argparse.Namespace) -> int:
    from heard.edges.imports.facts_folder.writing import AlreadyThere
    from heard.edges.imports.statutory_words import as_json, in_words
    from heard.edges.imports.taking_out import take_reviews_out
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock
    from heard.kernel.time import ReportingYear

    try:
        year = ReportingYear.parse(arguments.year)
        found = take_reviews_out(
            year,
            arguments.format,
            arguments.out,
            replace=arguments.replace,
            by=os_account(),
            at=clock.now(),
        )
    except ValueError as wrong:
        raise BadInput(str(wrong)) from wrong
    except AlreadyThere as there:
        raise BadInput(
            f"{arguments.out} is there already. Nothing was written. Choose another name, or add "
            "--replace to replace it."
        ) from there
    if arguments.json:
        print(json.dumps(as_json(found), ensure_ascii=False))
    for line in in_words(found):
        print(line, file=sys.stderr if arguments.json else sys.stdout)
    return 0


def _say(written: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(written, ensure_ascii=False))
        return
    for file, rows in written["rows"].items():
        print(f"{file + '.csv':<18}{rows:>9,} rows", file=sys.stdout)
