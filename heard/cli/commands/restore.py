"""heard restore: put a backup in the place of what is here, or of nothing."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from heard.cli.main import BadInput, set_up_django

if TYPE_CHECKING:
    from heard.foundations.safekeeping.restore import Restored

HELP = "restore a backup: checked in full before anything changes, and again when it is in place"
EXAMPLES = """examples:
  heard restore /mnt/backups/heard-monday.backup --keys /mnt/keys   on a new machine
  heard restore /mnt/backups/heard-monday.backup --replace          in the place of what is here
  heard restore --undo                                              after one that was interrupted

Stop the web server and the worker first. What was here is moved aside, never deleted."""
DONE = {
    "": "No restore was interrupted: there is nothing to put back.",
    "old": "A restore was interrupted. What was here before it is back in its place.",
    "new": "A restore was interrupted after all was in its place. The restored state holds.",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Take the backup, the keys, and what may happen."""
    parser.add_argument("path", type=Path, nargs="?", help="the backup")
    parser.add_argument("--keys", type=Path, metavar="DIR", help="the folder with its keys")
    parser.add_argument("--replace", action="store_true", help="in the place of what is here")
    parser.add_argument(
        "--with-findings", action="store_true", help="even when its audit trail is not whole"
    )
    parser.add_argument("--undo", action="store_true", help="put back what was interrupted")
    parser.add_argument("--json", action="store_true", help="print JSON, and nothing else")


def run(arguments: argparse.Namespace) -> int:
    """Restore, or put right an interrupted restore."""
    set_up_django()
    from heard.foundations.safekeeping.problems import Refused
    from heard.foundations.safekeeping.restore import recover

    if arguments.path is None and not arguments.undo:
        raise BadInput("Give the backup to restore, or --undo.")
    try:
        state = recover()
        if state or arguments.undo:
            print(DONE[state], file=sys.stderr)
        if arguments.undo:
            return 0
        restored = _restore(arguments)
    except Refused as why:
        raise BadInput(f"Nothing was restored. {why}") from None
    _say(restored, arguments.json)
    return 0


def _restore(arguments: argparse.Namespace) -> "Restored":
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock
    from heard.foundations.safekeeping.restore import restore

    if arguments.keys and not arguments.keys.is_dir():
        raise BadInput(f"There is no folder {arguments.keys} with keys.")
    return restore(
        arguments.path,
        keys_folder=arguments.keys,
        replace=arguments.replace,
        with_findings=arguments.with_findings,
        by=os_account(),
        at=clock.now(),
    )


def _say(restored: "Restored", as_json: bool) -> None:
    manifest, report = restored.manifest, restored.report
    rows = sum(manifest["counts"].values())
    if as_json:
        facts = {"made_at": manifest["made_at"], "rows": rows, "events": report.events}
        print(json.dumps({**facts, "whole": report.whole, "aside": restored.aside}))
        return
    print(f"Restored: the state of {manifest['made_at']}, {rows:,} rows, as many as it lists.")
    words = "is whole" if report.whole else f"has {report.finding_count} findings"
    print(f"The audit trail {words}: {report.events:,} events. Everybody signs in again.")
    for place in restored.aside:
        print(f"What was here before is in {place}. Delete it when you are sure.")
