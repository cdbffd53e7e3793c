"""heard serve: answer people's browsers."""

import argparse
import os

from heard.cli.main import BadInput, set_up_django

HELP = "answer people's browsers"
EXAMPLES = """examples:
  heard serve
  heard serve --host 0.0.0.0 --port 8080

It changes nothing in the database: run `heard migrate` (or `heard upgrade`) first. Put a web server
that speaks https before it, and set HEARD_ADDRESS to the address that people type."""
MOST_ON_SQLITE = 4  # one writer at a time: more workers would only wait
MOST_ON_POSTGRES = 20  # each of their threads may hold a connection, and PostgreSQL takes about 100


def add(parser: argparse.ArgumentParser) -> None:
    """Take where to listen, and with how many workers."""
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="the port (8000)")
    parser.add_argument("--workers", type=int, help="how many workers (from the machine's cores)")


def run(arguments: argparse.Namespace) -> int:
    """Be the web server until somebody ends it. Raises BadInput when the database is not ready."""
    set_up_django()
    from django.db import connection, connections

    require_ready()
    count = arguments.workers or workers(connection.vendor, os.cpu_count() or 1)
    connections.close_all()
    print(f"Heard answers at http://{arguments.host}:{arguments.port}", flush=True)
    from heard.cli.pages import Pages

    Pages(f"{arguments.host}:{arguments.port}", count).run()
    return 0


def workers(vendor: str, cores: int) -> int:
    """Return how many workers: one for each core and one, at most what the database takes."""
    return min(cores + 1, MOST_ON_SQLITE if vendor == "sqlite" else MOST_ON_POSTGRES)


def require_ready() -> None:
    """Raise BadInput, with what to do, unless the database answers and has this version's shape."""
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    from heard.foundations.deployment import disk
    from heard.foundations.safekeeping.moves import require_finished

    require_finished()
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as problem:
        if disk.is_full(problem):
            raise
        raise BadInput(f"The database does not answer: {problem}".strip()) from problem
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise BadInput("The database is not ready for this version. Run: heard migrate")
