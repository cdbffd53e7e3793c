"""An extract straight from PostgreSQL: what the files give, read-only, and in one transaction."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from heard.child.people.models import Child
from heard.edges.imports.doing import bring_in, look_at
from heard.edges.imports.models import ImportRun
from heard.edges.integrations.systems.ssd import Database
from heard.foundations.deployment import clock
from tests.cast import SYSTEM
from tests.unit.edges.imports.doing import load
from tests.unit.edges.imports.ssd.invented import children
from tests.unit.edges.imports.ssd.suppliers import Tables, tables_of, write
from tests.unit.edges.imports.ssd.test_suppliers import everybody

pytestmark = pytest.mark.django_db
URL = os.environ.get("HEARD_DATABASE_URL", "")
SCHEMAS = ("an_ssd", "another_ssd")


@pytest.fixture
def server() -> Iterator[psycopg.Connection]:
    """A PostgreSQL that holds no SSD yet; its two schemas are gone afterwards."""
    if not URL.startswith("postgresql"):
        pytest.skip("There is no PostgreSQL here: this runs on the PostgreSQL tier")
    with psycopg.connect(URL, autocommit=True) as connection:
        yield connection
        for schema in SCHEMAS:
            name = sql.Identifier(schema)
            connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(name))


def fill(server: psycopg.Connection, schema: str, tables: Tables) -> None:
    """Make the tables of an extract, with names in capitals as some suppliers have them."""
    server.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
    for table, rows in tables.items():
        heads = list(dict.fromkeys(name for row in rows for name in row))
        columns = sql.SQL(", ").join(
            sql.SQL("{} {}").format(sql.Identifier(head), sql.SQL(_kind(head))) for head in heads
        )
        name = sql.Identifier(schema, table.upper() if table == "ssd_family" else table)
        server.execute(sql.SQL("CREATE TABLE {} ({})").format(name, columns))
        with server.cursor() as cursor:
            marks = sql.SQL(", ").join([sql.Placeholder()] * len(heads))
            insert = sql.SQL("INSERT INTO {} VALUES ({})").format(name, marks)
            cursor.executemany(insert, [[row.get(h) or None for h in heads] for row in rows])


def _kind(head: str) -> str:
    return "timestamp" if head.endswith(("_date", "_dob")) else "varchar(300)"


def test_a_database_gives_what_the_files_give(server: psycopg.Connection, tmp_path: Path) -> None:
    tables = tables_of(children(count=60), "eclipse")
    fill(server, "an_ssd", tables)
    summary = bring_in("ssd", Database(URL), **SYSTEM)
    assert not summary["refused"], summary
    found = everybody()
    again = load(write(tmp_path, tables), "ssd")
    assert not again["changed"]
    assert (Child.objects.count(), everybody()) == (60, found)
    files = ImportRun.objects.order_by("pk")[0].files
    assert "an_ssd.ssd_person" in files
    assert "postgresql" not in files


def test_two_schemas_are_asked_about(server: psycopg.Connection) -> None:
    tables = tables_of(children(count=3), "eclipse")
    for schema in SCHEMAS:
        fill(server, schema, tables)
    summary = look_at("ssd", Database(URL), clock.today())
    assert "an_ssd, another_ssd" in summary["why"]
    joint = "&" if "?" in URL else "?"
    one = Database(f"{URL}{joint}options=-csearch_path%3Danother_ssd")
    assert look_at("ssd", one, clock.today())["children"]["new"] == 3


def test_the_database_is_only_read(server: psycopg.Connection) -> None:
    """A view that writes when it is read is stopped by the transaction, not by our good manners."""
    fill(
        server, "an_ssd", {"kept": [{"note": "nothing"}], **tables_of(children(count=3), "eclipse")}
    )
    server.execute(
        "CREATE FUNCTION an_ssd.writes() RETURNS varchar LANGUAGE sql VOLATILE AS "
        "$$INSERT INTO an_ssd.kept VALUES ('written') RETURNING note$$"
    )
    server.execute("DROP TABLE an_ssd.ssd_department")
    server.execute(
        "CREATE VIEW an_ssd.ssd_department AS SELECT an_ssd.writes() AS dept_team_id, "
        "'x'::varchar AS dept_team_name"
    )
    summary = look_at("ssd", Database(URL), clock.today())
    assert summary["refused"]
    assert "read-only" in summary["why"]
    assert server.execute("SELECT count(*) FROM an_ssd.kept").fetchone() == (1,)


def test_a_database_that_is_not_there_is_said_without_its_password() -> None:
    nowhere = Database("postgresql://reader:secret@127.0.0.1:1/none")
    summary = look_at("ssd", nowhere, clock.today())
    assert "does not answer" in summary["why"]
    assert "secret" not in str(summary)
