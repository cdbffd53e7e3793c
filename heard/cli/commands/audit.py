"""heard audit: is the trail whole, write a head now, begin a new key."""

import argparse
import json
import sys
from pathlib import Path

from heard.cli.main import BadInput, set_up_django

HELP = "check the audit trail, write a head of it now, or begin a new audit key"
EXAMPLES = """examples:
  heard audit verify                     is the trail whole? exit status 1 when it is not
  heard audit verify --heads COPY.jsonl  the same, against a copy of the heads kept elsewhere
  heard audit head                       write a head now, and print it: note it down elsewhere
  heard audit rotate-key                 seal what comes after this with a new key"""
SHOWN = 20  # findings in words; --json gives a thousand


def add(parser: argparse.ArgumentParser) -> None:
    """Add the three things to do."""
    doing = parser.add_subparsers(dest="doing", metavar="WHAT", required=True)
    verify = doing.add_parser("verify", help="walk the whole trail and say whether it is whole")
    verify.add_argument("--heads", type=Path, metavar="FILE", help="another copy of heads.jsonl")
    head = doing.add_parser("head", help="write a head now, and print it")
    rotate = doing.add_parser("rotate-key", help="begin a new audit key")
    for one in (verify, head, rotate):
        one.add_argument("--json", action="store_true", help="print JSON, and nothing else")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked."""
    set_up_django()
    from heard.foundations.audit.keys import KeyMissing

    actions = {"verify": _verify, "head": _head, "rotate-key": _rotate}
    try:
        return actions[arguments.doing](arguments)
    except KeyMissing as missing:
        raise BadInput(str(missing)) from None


def _verify(arguments: argparse.Namespace) -> int:
    from django.db import DatabaseError

    from heard.foundations.audit.verify import verify
    from heard.foundations.deployment import disk

    if arguments.heads and not arguments.heads.is_file():
        raise BadInput(f"There is no file {arguments.heads}. Give a copy of heads.jsonl.")
    try:
        report = verify(heads_file=arguments.heads, elsewhere=arguments.heads is not None)
    except DatabaseError as problem:
        if disk.is_full(problem):
            raise
        words = "The trail cannot be read: the database is not there, or not in the shape that "
        raise BadInput(
            f"{words}this version needs ({type(problem).__name__}). Run: heard doctor"
        ) from None
    if arguments.json:
        findings = [finding._asdict() for finding in report.findings]
        print(json.dumps({"whole": report.whole, **report._asdict(), "findings": findings}))
        return 0 if report.whole else 1
    for finding in report.findings[:SHOWN]:
        print(finding.words)
    if report.finding_count > SHOWN:
        print(f"... and {report.finding_count - SHOWN:,} more; --json lists them.")
    counted = f"{report.events:,} events, {report.heads:,} heads"
    print(
        f"The trail is whole: {counted}." if report.whole else f"The trail is NOT whole: {counted}."
    )
    return 0 if report.whole else 1


def _head(arguments: argparse.Namespace) -> int:
    from heard.foundations.audit import heads

    head = heads.write()
    if arguments.json:
        print(json.dumps(head._asdict()))
        return 0
    print(f"event {head.seq}\nseal  {head.mac}\ntime  {head.at}")
    print(
        f"Written to {heads.file()}. Keep a copy where this machine cannot write.", file=sys.stderr
    )
    return 0


def _rotate(arguments: argparse.Namespace) -> int:
    from heard.foundations.audit import keys
    from heard.foundations.audit.actor import os_account
    from heard.foundations.audit.operations import rotate_key
    from heard.foundations.deployment import clock

    number = rotate_key(by=os_account(), at=clock.now())
    path = str(keys.file(number))
    if arguments.json:
        print(json.dumps({"key": number, "file": path}))
        return 0
    print(f"What comes after this is sealed with key {number}: {path}")
    print("Copy it to where you keep the keys, and keep the old ones: they check what is old.")
    return 0
