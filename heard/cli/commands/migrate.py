"""heard migrate: bring the database to the shape that this version needs."""

import argparse

from heard.cli.main import set_up_django

HELP = "bring the database to the shape that this version of Heard needs"
EXAMPLES = "example:\n  heard migrate"


def add(parser: argparse.ArgumentParser) -> None:
    """Take no options."""


def run(arguments: argparse.Namespace) -> int:
    """Run the migrations."""
    set_up_django()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    print("The database is up to date.")
    return 0
