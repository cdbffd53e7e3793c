"""heard doctor: is anything wrong, and what is to be done?"""

import argparse
import json

from heard.cli.main import set_up_django

HELP = "say whether anything is wrong with this deployment, and what to do; changes nothing"
EXAMPLES = """examples:
  heard doctor
  heard doctor --json   for monitoring: exit status 1 when something is to be done"""


def add(parser: argparse.ArgumentParser) -> None:
    """Take one option."""
    parser.add_argument("--json", action="store_true", help="print JSON, and nothing else")


def run(arguments: argparse.Namespace) -> int:
    """Make every check. Exit status 0: all fine; 1: something is to be done."""
    set_up_django()
    from heard.foundations.safekeeping.doctor import examine

    found = []
    for checked in examine():
        found.append(checked)
        if not arguments.json:
            print(f"{checked.state:6} {checked.name:18} {checked.words}", flush=True)
    well = all(checked.state == "fine" for checked in found)
    if arguments.json:
        print(json.dumps({"well": well, "checks": [checked._asdict() for checked in found]}))
    return 0 if well else 1
