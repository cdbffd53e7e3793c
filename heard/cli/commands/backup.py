"""heard backup: everything that Heard keeps, in one encrypted file."""

import argparse
import json
from pathlib import Path

from heard.cli.main import BadInput, set_up_django

HELP = "write everything that Heard keeps into one encrypted file; people can work meanwhile"
EXAMPLES = """examples:
  heard backup /mnt/backups/
  heard backup /mnt/backups/heard-monday.backup --json

The key that opens it is HEARD_DATA/keys/backup.key. It is never inside. Keep copies of the folder
HEARD_DATA/keys away from the backups: without it a backup cannot be read by anybody."""


def add(parser: argparse.ArgumentParser) -> None:
    """Take where the new file goes."""
    words = "the file to write, not there yet; or a folder: the file is named by the time"
    parser.add_argument("path", type=Path, help=words)
    parser.add_argument("--json", action="store_true", help="print JSON, and nothing else")


def run(arguments: argparse.Namespace) -> int:
    """Write the backup."""
    set_up_django()
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock
    from heard.foundations.safekeeping.backup import back_up
    from heard.foundations.safekeeping.problems import Refused

    try:
        made = back_up(arguments.path, by=os_account(), at=clock.now())
    except Refused as why:
        raise BadInput(f"No backup was made. {why}") from None
    rows, event = sum(made.manifest["counts"].values()), made.manifest["trail"]["seq"]
    if arguments.json:
        facts = {"path": str(made.path), "bytes": made.size, "files": made.files, "rows": rows}
        print(json.dumps({**facts, "event": event, "key": made.manifest["key"]}))
        return 0
    print(
        f"{made.path}: {made.size:,} bytes, {rows:,} rows, {made.files:,} files, "
        f"up to event {event}."
    )
    print(f"Only backup.key with the fingerprint {made.manifest['key']} opens it.")
    return 0
