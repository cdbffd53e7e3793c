"""Finds the command that was asked for, and runs it.

Exit status: 0 done, 1 bad input (nothing changed), 2 wrong use.
"""

import argparse
import importlib
import keyword
import os
import pkgutil
import sys
from types import ModuleType

from heard.cli import commands
from heard.foundations.deployment import disk
from heard.foundations.safekeeping.problems import Refused

DESCRIPTION = "Heard: children say how things are, somebody answers, and it is counted honestly."


class BadInput(Refused):
    """What was given cannot be used; the message says what, where, and what to do."""


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    given = sys.argv[1:] if argv is None else argv
    parser = _parser(given)
    arguments = parser.parse_args(given)
    try:
        return _run(arguments)
    except Refused as problem:
        print(problem, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our output has stopped reading
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:
        if not disk.is_full(problem):
            raise
        print(disk.WORDS, file=sys.stderr)
        return 1


def names() -> list[str]:
    """Return the name of every command, as people type it."""
    found = (m.name for m in pkgutil.iter_modules(commands.__path__))
    return sorted(name.rstrip("_").replace("_", "-") for name in found)


def module(name: str) -> ModuleType:
    """Return the module of one command; `import` is a word of Python, so its module is import_."""
    own = name.replace("-", "_") + ("_" if keyword.iskeyword(name) else "")
    return importlib.import_module(f"heard.cli.commands.{own}")


def set_up_django(settings: str = "heard.config.settings.base") -> None:
    """Start Django; only the commands that need the database or the pages call this."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django

    django.setup()


def _parser(given: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="heard", description=DESCRIPTION)
    sub = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    wanted = next((word for word in given if not word.startswith("-")), "")
    known = names()
    for name in [wanted] if wanted in known else known:  # one command loads one module
        command = module(name)
        one = sub.add_parser(
            name,
            help=command.HELP,
            description=command.HELP,
            epilog=command.EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add(one)
        one.set_defaults(module=command)
    return parser


def _run(arguments: argparse.Namespace) -> int:
    status = arguments.module.run(arguments)
    return int(status or 0)


if __name__ == "__main__":
    sys.exit(main())
