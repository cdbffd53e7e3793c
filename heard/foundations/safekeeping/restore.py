"""Restoring a backup: checked in full first, then put in place, then checked again."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection, connections

from heard.foundations.audit import heads
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.audit.verify import Report, verify
from heard.foundations.safekeeping import facts, folders, moves, swap, target
from heard.foundations.safekeeping.backup import KEY
from heard.foundations.safekeeping.dump import another_database
from heard.foundations.safekeeping.opening import Opened, open_backup
from heard.foundations.safekeeping.problems import Refused


class Restored(NamedTuple):
    """What was restored: the manifest, the check of the trail, and where the old things are."""

    manifest: dict[str, Any]
    report: Report
    aside: list[str]


@operation("backup.restored")
def record_restore(*, manifest: dict[str, Any], by: Actor, at: datetime, audit: Recorder) -> None:
    """Write down, at the end of the restored trail, that it was restored."""
    data = {"made_at": manifest["made_at"], "version": manifest["version"]}
    audit(subject=("backup", manifest["key"]), data={**data, "event": manifest["trail"]["seq"]})


def recover() -> str:
    """Put right what a restore began and did not finish. Returns which state holds, or ""."""
    kept = moves.unfinished()
    if kept is None:
        return ""
    schema = str(kept["schema"])
    if schema:
        swap.wait_for_a_killed_restore()
        if swap.has_schema(schema):  # the database had taken it: all was in place
            moves.end()
            return "new"
    moves.undo()
    return "old"


def restore(
    path: Path,
    *,
    keys_folder: Path | None,
    replace: bool,
    with_findings: bool,
    by: Actor,
    at: datetime,
) -> Restored:
    """Restore a backup. Raises Refused, with nothing changed, whenever anything is not right.

    `with_findings` restores a trail that is not whole, so that evidence is not lost.
    """
    target.writable()
    target.check_at_rest(at)
    if not replace:
        target.check_empty()
    folders.clear_old_stages()
    given = keys_folder or folders.data() / "keys"
    with folders.stage("restore") as folder:
        opened = open_backup(path, given / KEY, folder)
        _check_kind(opened)
        target.check_keys(opened.manifest, given)
        settings.KEYS = given
        plan = _plan(opened, given, f"{at:%Y%m%d%H%M%S}")
        put = _put_postgresql if connection.vendor == "postgresql" else _put_sqlite
        report = put(opened, plan, with_findings)
        settings.KEYS = folders.data() / "keys"
    connections.close_all()
    Session.objects.all().delete()  # whoever was signed in then signs in again
    record_restore(manifest=opened.manifest, by=by, at=at)
    heads.write()
    return Restored(opened.manifest, report, _asides(plan))


def _check_kind(opened: Opened) -> None:
    names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
    was, here = opened.manifest["database"], connection.vendor
    if was != here:
        raise Refused(f"This backup is of {names[was]}, and this deployment uses {names[here]}. "
                      "Restore it where HEARD_DATABASE_URL leads to the same kind.")  # fmt: skip


def _plan(opened: Opened, given: Path, stamp: str) -> moves.Plan:
    new: list[tuple[Path, Path]] = []
    old = target.old_places()
    if given.resolve() != (folders.data() / "keys").resolve():
        _plan_keys(opened, given, new, old)
    if opened.heads.stat().st_size:
        new.append((opened.heads, heads.file()))
    if opened.data.is_dir():
        new += [(top, folders.data() / top.name) for top in sorted(opened.data.iterdir())]
    if connection.vendor == "sqlite":
        new.append((opened.database, target.database_file()))  # last: until then there is none
        return moves.Plan(stamp, new, old)
    return moves.Plan(stamp, new, old, schema=f"before_restore_{stamp}")


def _plan_keys(opened: Opened, given: Path, new: list[tuple[Path, Path]], old: list[Path]) -> None:
    copies = opened.folder / "keys"
    copies.mkdir(mode=0o700)
    for key in sorted(given.glob("*.key")):
        place = folders.data() / "keys" / key.name
        if place.exists() and place.read_bytes() == key.read_bytes():
            continue
        if place.exists():
            old.append(place)
        copy = Path(shutil.copy(key, copies / key.name))
        copy.chmod(0o600)
        new.append((copy, place))


def _put_sqlite(opened: Opened, plan: moves.Plan, with_findings: bool) -> Report:
    with another_database(opened.database) as alias:
        report = _check(opened, alias, opened.heads, with_findings)
    target.settle_sqlite()
    moves.begin(plan)
    moves.clear(plan)
    for staged, place in plan.new:
        moves.place(staged, place)
    moves.end()
    return report


def _put_postgresql(opened: Opened, plan: moves.Plan, with_findings: bool) -> Report:
    schema = opened.manifest["schema"]
    copy = shutil.copy(opened.heads, opened.folder / "heads.to-check")
    moves.begin(plan)
    try:
        moves.clear(plan)
        for staged, place in plan.new:
            moves.place(staged, place)
        swap.bring_in(opened.database, schema, plan.schema)
        report = _check(opened, "default", Path(copy), with_findings)
    except BaseException:
        if swap.has_schema(plan.schema):
            swap.send_back(schema, plan.schema)
        moves.undo()
        raise
    moves.end()
    return report


def _check(opened: Opened, alias: str, heads_file: Path, with_findings: bool) -> Report:
    """The rows must be as many as the manifest says, and the trail whole."""
    counted, listed = facts.counts(connections[alias]), opened.manifest["counts"]
    wrong = sorted(t for t in counted.keys() | listed.keys() if counted.get(t) != listed.get(t))
    if wrong:
        raise Refused(f"The restored database has not the rows that the backup lists: {wrong[0]}. "
                      "Use another copy of the backup.")  # fmt: skip
    call_command("migrate", database=alias, interactive=False, verbosity=0)
    report = verify(using=alias, heads_file=heads_file)
    if not report.whole and not with_findings:
        raise Refused(
            f"The audit trail in this backup is not whole: {report.findings[0].words} "
            "Restore an older backup, or this one with --with-findings; keep it as evidence."
        )
    return report


def _asides(plan: moves.Plan) -> list[str]:
    kept = [
        str(moves.aside(p, plan.stamp)) for p in plan.old if moves.aside(p, plan.stamp).exists()
    ]
    if plan.schema and not swap.forget_if_empty(plan.schema):
        kept.insert(0, f'schema "{plan.schema}" of the database')
    return kept
