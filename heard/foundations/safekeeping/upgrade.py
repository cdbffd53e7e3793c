"""Upgrading: a backup first, then the migrations, then a check; and always a way back."""

from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from heard.foundations.audit.actor import Actor, os_account
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.audit.verify import verify
from heard.foundations.deployment import clock
from heard.foundations.safekeeping import folders, target
from heard.foundations.safekeeping.backup import back_up
from heard.foundations.safekeeping.moves import require_finished

LISTED = 12
WAY_BACK = """To go back: install the version that you had before, then run
  heard restore {} --replace
Nobody should work until then."""


class Before(NamedTuple):
    """The state before an upgrade: what to say, the backup (None: nothing was there), way back."""

    line: str
    backup: Path | None
    way_back: str


class NotWhole(RuntimeError):
    """The audit trail is not whole after the upgrade."""


@operation("deployment.upgraded")
def record_upgrade(
    *, migrations: list[str], backup: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Write down that this version took over, what it changed, and the backup made before."""
    data = {"version": version("heard"), "migrations": migrations, "backup": backup}
    audit(subject=("deployment", "1"), data=data)


def prepare(wanted: Path | None) -> Before:
    """Check that nothing works, and back up. Raises Refused with nothing changed."""
    require_finished()
    now = clock.now()
    target.check_at_rest(now)
    if "django_migrations" not in connection.introspection.table_names():
        words = "There was nothing before this: correct what is said above, and run it again."
        return Before("There is no database yet: it is made new.", None, words)
    path = wanted or _place(now)
    made = back_up(path, by=os_account(), at=now, record=False)
    event = made.manifest["trail"]["seq"]
    line = f"Backed up to {made.path} ({made.size:,} bytes, up to event {event})."
    return Before(line, made.path, WAY_BACK.format(made.path))


def upgrade(before: Before) -> Iterator[str]:
    """Migrate and check; yield what was done. Raises whatever goes wrong on the way."""
    plan = _plan()
    call_command("migrate", interactive=False, verbosity=0)
    yield _migrated(plan)
    name = before.backup.name if before.backup else ""
    record_upgrade(migrations=plan, backup=name, by=os_account(), at=clock.now())
    report = verify()
    if not report.whole:
        raise NotWhole(report.findings[0].words)
    yield f"The audit trail is whole: {report.events:,} events."
    yield f"This is Heard {version('heard')}. Start the web server and the worker again."


def _migrated(plan: list[str]) -> str:
    if not plan:
        return "The database had this shape already."
    listed = f": {', '.join(plan)}" if len(plan) <= LISTED else ""
    return f"Migrated, {len(plan)} steps{listed}."


def _plan() -> list[str]:
    executor = MigrationExecutor(connection)
    found = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label} {migration.name}" for migration, _ in found]


def _place(now: datetime) -> Path:
    folder = folders.data() / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"before-{version('heard')}-{now:%Y%m%d-%H%M%S}.backup"
