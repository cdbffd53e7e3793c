"""Rows that the database keeps as they were written: nobody changes what a child said (law 4).

An app names them when Heard starts: `keep(Said, "words")`, or whole rows: `keep(Answer)`. The
triggers are written after every migration, because SQLite drops them when it rebuilds a table.
"""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models import CharField, Model, TextField

WORDS = "what was written here is kept: write the next row"
_kept: dict[type[Model], tuple[str, ...]] = {}
FUNCTION = f"""
CREATE OR REPLACE FUNCTION heard_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$"""


def keep(model: type[Model], *fields: str) -> None:
    """Let the database refuse to change these fields (none named: all), or to delete the row."""
    _kept[model] = fields


def kept() -> dict[type[Model], tuple[str, ...]]:
    """Return which fields of which models are kept; an empty tuple stands for every field."""
    return dict(_kept)


def install(sender: AppConfig, using: str, **_: Any) -> None:
    """Write the triggers of one app's tables, after its migrations ran."""
    connection = connections[using]
    models = [model for model in _kept if model._meta.app_config is sender]
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for model in models:
            if model._meta.db_table in existing:
                for statement in _statements(connection.vendor, model):
                    cursor.execute(statement)


def _statements(vendor: str, model: type[Model]) -> list[str]:
    table, changed = model._meta.db_table, _changed(vendor, model)
    if vendor == "postgresql":
        run = "FOR EACH ROW {when} EXECUTE FUNCTION heard_kept()"
        make = f"CREATE OR REPLACE TRIGGER {table}_kept"
        return [
            FUNCTION,
            f"{make}_u BEFORE UPDATE ON {table} {run.format(when=f'WHEN ({changed})')}",
            f"{make}_d BEFORE DELETE ON {table} {run.format(when='')}",
        ]
    end = f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    return [
        f"DROP TRIGGER IF EXISTS {table}_kept_u",
        f"CREATE TRIGGER {table}_kept_u BEFORE UPDATE ON {table} WHEN {changed} {end}",
        f"CREATE TRIGGER IF NOT EXISTS {table}_kept_d BEFORE DELETE ON {table} {end}",
    ]


def _changed(vendor: str, model: type[Model]) -> str:
    named = _kept[model] or tuple(f.name for f in model._meta.concrete_fields)
    fields = [model._meta.get_field(name) for name in named]
    return " OR ".join(_differs(vendor, field) for field in fields)


def _differs(vendor: str, field: Any) -> str:
    """Words that were still blank may be written once; everything else stays as it was."""
    differs = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    old, new = f'OLD."{field.column}"', f'NEW."{field.column}"'
    changed = f"{old} {differs} {new}"
    return f"({old} <> '' AND {changed})" if isinstance(field, CharField | TextField) else changed
