"""heard upgrade: after a new version was installed, bring what Heard keeps to its shape."""

import argparse
import sys
from pathlib import Path

from heard.cli.main import BadInput, set_up_django

HELP = "after installing a new version: back up, migrate, check the trail"
EXAMPLES = """examples:
  heard upgrade
  heard upgrade --backup /mnt/backups/before-0.2.backup

Stop the web server and the worker first, and start them again afterwards."""


def add(parser: argparse.ArgumentParser) -> None:
    """Take where the backup goes."""
    where = "where the backup goes (HEARD_DATA/backups/)"
    parser.add_argument("--backup", type=Path, metavar="PATH", help=where)


def run(arguments: argparse.Namespace) -> int:
    """Back up, migrate, verify; on failure say how to go back."""
    set_up_django()
    from heard.foundations.safekeeping.problems import Refused
    from heard.foundations.safekeeping.upgrade import prepare, upgrade

    try:
        before = prepare(arguments.backup)
    except Refused as why:
        raise BadInput(f"Nothing was changed. {why}") from None
    print(before.line)
    try:
        for line in upgrade(before):
            print(line)
    except Exception as problem:
        print(f"The upgrade failed: {_where(problem)}", file=sys.stderr)
        print(before.way_back, file=sys.stderr)
        return 1
    return 0


def _where(problem: Exception) -> str:
    """Say what kind of fault it is and where; its own words may quote a row, so only ours."""
    from heard.config.logs import faults
    from heard.foundations.safekeeping.upgrade import NotWhole

    if isinstance(problem, NotWhole):
        return str(problem)
    first = faults(problem)[0]
    return f"{first['kind']} at {first['places'][-1]}"
