"""Bringing in a whole authority's SSDA903: 30,000 children and 300,000 reviews, as CSV files.

    python -m bench.import_authority

Beside it, in the same run: plain `executemany` of the same rows into the same tables, which reads
no file, checks nothing and compares with nothing. Aims: within 3 times of it, and under 1 GB.
SQLite always; PostgreSQL too where HEARD_DATABASE_URL names an empty database.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

CHILDREN, REVIEWS_EACH = 30_000, 10
AIM_TIMES, AIM_MEGABYTES = 3, 1000
FIRST = date(2018, 4, 3)


def births() -> Iterator[tuple[str, date]]:
    """Every child's id and date of birth."""
    for n in range(CHILDREN):
        yield f"C{n:06}", FIRST - timedelta(days=n % 5000)


def held() -> Iterator[tuple[str, date, date, str]]:
    """Every review: the child's id, date of birth, the day and the code."""
    for n, (child, born) in enumerate(births()):
        for m in range(REVIEWS_EACH):
            yield child, born, FIRST + timedelta(days=n % 90 + 180 * m), f"PN{(n + m) % 7 + 1}"


def write_return(folder: Path) -> None:
    """Write Header and Reviews as a case management system does."""
    with (folder / "header.csv").open("w") as file:
        file.write("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n")
        file.writelines(f"{child},F,{born:%d/%m/%Y},WBRI,,,\n" for child, born in births())
    with (folder / "reviews.csv").open("w") as file:
        file.write("CHILD,DOB,REVIEW,REVIEW_CODE\n")
        file.writelines(f"{c},{b:%d/%m/%Y},{d:%d/%m/%Y},{code}\n" for c, b, d, code in held())


def in_its_own_process(what: str, folder: Path, data: Path) -> dict[str, Any]:
    """Run one half by itself, so that its memory is its own."""
    environment = {**os.environ, "HEARD_DATA": str(data), "HEARD_TODAY": "2026-11-23"}
    done = subprocess.run(
        [sys.executable, "-m", "bench.import_authority", what, str(folder)],
        env=environment, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def half(what: str, folder: Path) -> dict[str, Any]:
    """Either half: an empty database, the rows, and how long and how much memory it took."""
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.config.settings.base")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    empty_tables()
    seconds, rows = plain() if what == "plain" else bring_in(folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    empty_tables()
    return {"seconds": seconds, "rows": rows, "megabytes": peak}


def empty_tables() -> None:
    """PostgreSQL keeps what the other half brought in; SQLite has a file of its own each time."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE people_child, imports_importrun CASCADE")


def bring_in(folder: Path) -> tuple[float, int]:
    """What `heard import ssda903` does."""
    from heard.edges.imports.doing import bring_in as load
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock

    began = time.perf_counter()
    summary = load("ssda903", folder, by=os_account(), at=clock.now())
    took = time.perf_counter() - began
    return took, summary["children"]["new"] + summary["reviews"]["loaded"]


def plain() -> tuple[float, int]:
    """The same rows by executemany in one transaction; making the rows is not timed."""
    from django.db import connection, transaction

    from heard.child.people.models import Child
    from heard.child.reviews.models import Review
    from heard.foundations.audit.guard import writing_allowed

    children, reviews = same_rows(connection.vendor)
    began = time.perf_counter()
    with writing_allowed("bench"), transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(insert_into(Child), children)
        cursor.executemany(insert_into(Review), reviews)
    return time.perf_counter() - began, len(children) + len(reviews)


def insert_into(model: Any) -> str:
    """INSERT of all columns of a table."""
    columns = [field.column for field in model._meta.concrete_fields]
    marks = ", ".join(["%s"] * len(columns))
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({marks})"


def same_rows(vendor: str) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The rows that the import makes, as tuples in the order of the tables' columns."""
    from heard.child.people.models import Child
    from heard.child.reviews.models import Review
    from heard.kernel.codes import meaning
    from heard.kernel.ids import uuid7

    def row(model: Any, **values: Any) -> tuple[Any, ...]:
        fields = model._meta.concrete_fields
        return tuple(values.get(f.name, f.get_default()) for f in fields)

    new = (lambda: uuid7().hex) if vendor == "sqlite" else uuid7
    ids = {child: new() for child, _ in births()}
    children = [
        row(Child, id=ids[c], authority_id=c, birth_date=str(b), sex="F", ethnicity="WBRI",
            source="ssda903")
        for c, b in births()
    ]  # fmt: skip
    reviews = [
        row(Review, id=new(), child=ids[c], plan_type="CLA", held_on=str(day), scheme="ssda903",
            code=code, meaning=meaning("ssda903", code), source="ssda903")
        for c, _, day, code in held()
    ]  # fmt: skip
    return children, reviews


def main() -> int:
    """Print seconds and megabytes of both halves, with the aims."""
    url = os.environ.get("HEARD_DATABASE_URL", "")
    good = compare("SQLite", "")
    return 0 if good and (not url or compare("PostgreSQL", url)) else 1


def compare(name: str, url: str) -> bool:
    """Run both halves on one database."""
    os.environ["HEARD_DATABASE_URL"] = url
    with tempfile.TemporaryDirectory(prefix="heard-bench-") as place:
        folder = Path(place) / "return"
        folder.mkdir()
        write_return(folder)
        beside = in_its_own_process("plain", folder, Path(place) / "plain")
        ours = in_its_own_process("import", folder, Path(place) / "import")
    times = ours["seconds"] / beside["seconds"]
    print(f"{name}: {ours['rows']:,} rows of {CHILDREN:,} children brought in")
    print(f"  import       {ours['seconds']:6.1f} s   {ours['megabytes']:6.0f} MB at most")
    print(f"  executemany  {beside['seconds']:6.1f} s   ({beside['rows']:,} rows, no files read)")
    print(f"  {times:.1f} times as long (aim: {AIM_TIMES})", end="; ")
    print(f"{ours['megabytes']:.0f} MB (aim: {AIM_MEGABYTES})", flush=True)
    same = ours["rows"] == beside["rows"]
    return same and times <= AIM_TIMES and ours["megabytes"] <= AIM_MEGABYTES


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(half(sys.argv[1], Path(sys.argv[2]))))
        sys.exit(0)
    sys.exit(main())
