"""Checks of the database and of what is in it. "" means that all is well."""

from time import time

from allauth.mfa.models import Authenticator
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from heard.foundations.accounts.models import Staff
from heard.foundations.audit import keys
from heard.foundations.audit.models import AuditHead
from heard.foundations.audit.verify.rows import guard_is_missing

SQLITE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
APART = 60  # seconds


def answers() -> str:
    """Heard can do nothing without its database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError as problem:
        kind = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
        return f"{kind} does not answer ({type(problem).__name__}). Check HEARD_DATABASE_URL."
    return ""


def set_up() -> str:
    """What was acknowledged must survive a power cut, and rows must not point nowhere."""
    if connection.vendor == "postgresql":
        return _postgresql()
    for name, wanted in SQLITE.items():
        found = _one(f"PRAGMA {name}")
        if found != wanted:
            return f"SQLite's {name} is {found}, not {wanted}. Is the disk a network folder?"
    return ""


def _postgresql() -> str:
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        if _one(f"SHOW {name}") == "off":
            return f"PostgreSQL's {name} is off: a power cut loses what was saved. Turn it on."
    apart = abs(float(str(_one("SELECT extract(epoch FROM now())"))) - time())
    if apart > APART:
        return f"The clock of the database is {apart:.0f} seconds apart from ours. Set both."
    return ""


def migrated() -> str:
    """Pages break where the database has another shape."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return f"{len(waiting)} steps are missing. Run: heard upgrade"
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations or {})
    if unknown:
        app, name = sorted(unknown)[0]
        return f"A newer Heard was here ({app} {name}). Install the newest version."
    return ""


def audit_key() -> str:
    """Without its key the trail cannot be continued, and so nothing can be written."""
    head = AuditHead.objects.filter(pk=1).first()
    if head is None:
        return "The database has forgotten where the trail ends. Restore the last good backup."
    if guard_is_missing("default"):
        return "The database no longer refuses changes to the trail. Run: heard audit verify"
    try:
        for number in range(1, head.key + 1 if head.seq else 1):
            keys.get(number)
    except keys.KeyMissing as missing:
        return str(missing)
    return ""


def second_factors() -> str:
    """A password alone opens nothing; who has no second factor cannot work."""
    have = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES).values("user_id")
    without = Staff.objects.filter(is_active=True).exclude(pk__in=have).count()
    if not without:
        return ""
    who = "1 person has" if without == 1 else f"{without} people have"
    return f"{who} an account but no second factor yet: they are asked at their next sign-in."


def _one(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]
