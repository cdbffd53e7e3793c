"""Triggers that freeze a signed version, and keep what somebody wrote as they wrote it.

The database itself refuses: no code of ours, and nobody at its console by mistake, changes what a
director signed.
"""

from django.db import migrations

FROZEN = "only a draft changes, a signed return is frozen: correct it in a new version"
KEPT = "what was written here is kept: write the next row"
# Rows that belong to a version, and freeze with it.
PARTS = ("returnfact", "factgroup", "returncheck", "checkrecord", "acceptederror", "returnnote")
# Rows that nobody changes or deletes, signed or not.
WRITTEN = ("acceptederror", "returnnote", "voiceplan")

NOT_DRAFT = (
    "NOT EXISTS (SELECT 1 FROM returns_returnversion v "
    "WHERE v.id = {row}.version_id AND v.state = 'draft')"
)

POSTGRESQL_FUNCTIONS = [
    f"""
CREATE FUNCTION returns_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.state <> 'draft' THEN RAISE EXCEPTION '{FROZEN}'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$""",
    f"""
CREATE FUNCTION returns_parts_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM touched t LEFT JOIN returns_returnversion v ON v.id = t.version_id
             WHERE v.state IS DISTINCT FROM 'draft')
  THEN RAISE EXCEPTION '{FROZEN}'; END IF;
  RETURN NULL;
END $$""",
    f"""
CREATE FUNCTION returns_no_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM returns_returnversion WHERE state = 'signed')
  THEN RAISE EXCEPTION '{FROZEN}'; END IF;
  RETURN NULL;
END $$""",
    f"""
CREATE FUNCTION returns_written_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{KEPT}'; END $$""",
]
FUNCTIONS = (
    "returns_version_frozen", "returns_parts_frozen", "returns_no_truncate", "returns_written_kept",
)  # fmt: skip


def postgresql_triggers():
    """Yield (name, table, rest) of every trigger."""
    whole = "returnversion"
    yield "frozen", whole, (
        "BEFORE UPDATE OR DELETE ON {t} FOR EACH ROW EXECUTE FUNCTION returns_version_frozen()"
    )
    for table in (whole, *PARTS):
        yield "no_truncate", table, (
            "BEFORE TRUNCATE ON {t} FOR EACH STATEMENT EXECUTE FUNCTION returns_no_truncate()"
        )
    for table in PARTS:
        for name, event, side in (
            ("put_in", "INSERT", "NEW"), ("taken_out", "DELETE", "OLD"),
            ("changed_from", "UPDATE", "OLD"), ("changed_to", "UPDATE", "NEW"),
        ):  # fmt: skip
            yield name, table, (
                f"AFTER {event} ON {{t}} REFERENCING {side} TABLE AS touched "
                "FOR EACH STATEMENT EXECUTE FUNCTION returns_parts_frozen()"
            )
    for table in WRITTEN:
        yield "kept", table, (
            "BEFORE UPDATE OR DELETE ON {t} FOR EACH ROW EXECUTE FUNCTION returns_written_kept()"
        )


def sqlite_triggers():
    """Yield (name, table, rest) of every trigger."""
    for verb in ("UPDATE", "DELETE"):
        yield f"frozen_{verb.lower()}", "returnversion", (
            f"BEFORE {verb} ON {{t}} WHEN OLD.state <> 'draft' "
            f"BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
        )
    for table in PARTS:
        for verb, rows in (("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])):
            frozen = " OR ".join(NOT_DRAFT.format(row=row) for row in rows)
            yield f"frozen_{verb.lower()}", table, (
                f"BEFORE {verb} ON {{t}} WHEN {frozen} BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
            )
    for table in WRITTEN:
        for verb in ("UPDATE", "DELETE"):
            yield f"kept_{verb.lower()}", table, (
                f"BEFORE {verb} ON {{t}} BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
            )


def triggers(vendor):
    """Return the triggers of one kind of database."""
    return list(postgresql_triggers() if vendor == "postgresql" else sqlite_triggers())


def forwards(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for function in POSTGRESQL_FUNCTIONS if vendor == "postgresql" else ():
        schema_editor.execute(function)
    for name, table, rest in triggers(vendor):
        full = f"returns_{table}"
        schema_editor.execute(f"CREATE TRIGGER {full}_{name} {rest.format(t=full)}")


def backwards(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for name, table, _ in triggers(vendor):
        full = f"returns_{table}"
        on = f" ON {full}" if vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {full}_{name}{on}")
    for function in FUNCTIONS if vendor == "postgresql" else ():
        schema_editor.execute(f"DROP FUNCTION {function}()")


class Migration(migrations.Migration):
    dependencies = [("returns", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
