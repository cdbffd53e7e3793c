"""heard import: bring facts, a statutory return or an extract of a case management system in."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from heard.cli.main import BadInput, set_up_django

HELP = "bring in facts, an SSDA903 return, an SSD extract, an Annex A workbook or a CIN census"
EXAMPLES = """examples:
  heard import facts ./facts --dry-run
  heard import facts ./facts
  heard import ssda903 ./903-2025-26 --json
  heard import ssd ./ssd-extract --dry-run
  heard import annex_a ./annex-a.xlsx --dry-run
  heard import cin ./cin-2026.xml"""

KINDS = ("facts", "ssda903", "ssd", "annex_a", "cin")


def add(parser: argparse.ArgumentParser) -> None:
    """What to bring in, from where, and whether only to look."""
    parser.add_argument("what", choices=KINDS, help="what kind of files they are")
    parser.add_argument("path", nargs="?", type=Path, help="the folder or the file")
    parser.add_argument(
        "--database",
        nargs="?",
        const="",
        metavar="URL",
        help="read the SSD straight from PostgreSQL, at this address or the one in HEARD_SSD_URL",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would change, and change nothing"
    )
    parser.add_argument("--json", action="store_true", help="print the summary as one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Bring it in and say what changed; exit status 1, and no change, when it is refused."""
    set_up_django()
    from django.db import DatabaseError, IntegrityError

    try:
        summary, words = _bring_in(arguments.what, _source(arguments), arguments.dry_run)
    except IntegrityError as error:
        raise BadInput(
            "Somebody recorded the same thing while this was being brought in. Nothing was "
            "changed: run it again."
        ) from error
    except DatabaseError as error:
        raise BadInput(
            f"The database could not take it, and nothing was changed: {error}. If it is new, run "
            "heard migrate; if it is busy, try again in a minute; heard doctor says more."
        ) from error
    _say(summary, words, as_json=arguments.json)
    return 1 if summary["refused"] else 0


def _source(arguments: argparse.Namespace) -> Any:
    """Return the folder or file, or the database. Raises BadInput when it is not said which."""
    if arguments.database is None:
        if arguments.path is None:
            raise BadInput("Say where the files are: heard import ssd ./folder")
        return arguments.path
    if arguments.what != "ssd" or arguments.path is not None:
        raise BadInput("--database is for the SSD, and takes the place of a folder.")
    from django.conf import settings

    from heard.edges.integrations.systems.ssd import Database

    url = arguments.database or settings.SSD_URL
    if not url:
        raise BadInput("Say where the SSD is: set HEARD_SSD_URL to postgresql://...")
    return Database(url)


def _bring_in(what: str, path: Any, dry_run: bool) -> tuple[dict[str, Any], list[str]]:
    from heard.edges.imports.doing import bring_in, in_words, look_at
    from heard.edges.imports.progress import on_the_terminal
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock

    with on_the_terminal() as tell:
        if dry_run:
            summary = look_at(what, path, clock.today(), tell)
        else:
            summary = bring_in(what, path, by=os_account(), at=clock.now(), tell=tell)
    return summary, in_words(summary)


def _say(summary: dict[str, Any], words: list[str], *, as_json: bool) -> None:
    """With --json the object goes to standard output, and everything else to standard error."""
    words_to = sys.stderr if as_json or summary["refused"] else sys.stdout
    for note in summary["notes"]:
        print(note, file=sys.stderr)
    if as_json:
        print(json.dumps(summary, ensure_ascii=False))
    for one in summary.get("refused_files", []):
        print(f"{one['file']} is refused and loads nothing. {one['reason']}", file=sys.stderr)
    for line in words:
        print(line, file=words_to)
