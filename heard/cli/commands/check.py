"""heard check: what the statutory rules would say about a return, before it is sent."""

import argparse
import sys
from pathlib import Path

HELP = "run the SSDA903 rules about reviews over a return, without a database"
EXAMPLES = """examples:
  heard check ssda903 ./903-2025-26
  heard check ssda903 ./903.xml --json"""


def add(parser: argparse.ArgumentParser) -> None:
    """What to check, and where it is."""
    parser.add_argument("what", choices=["ssda903"], help="what kind of return it is")
    parser.add_argument("path", type=Path, help="folder of CSV files, or one CSV or XML file")
    parser.add_argument("--json", action="store_true", help="print rule number and count as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Count the rows that break each rule. Needs neither Django nor a database."""
    from heard.edges.integrations.systems.ssda903.command import run_check

    return run_check(arguments.path, arguments.json, sys.stdout, sys.stderr)
