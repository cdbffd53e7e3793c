"""The pages of returns, with 300 children and with 30,000 (300,000 reviews).

    python -m bench.pages

Each page is asked for through the whole stack (session, permission, audit trail, database) as
somebody who is signed in. Aims: the same number of queries at both sizes; 95 of 100 answers under
100 ms, and at 30,000 within 2 times of 300. Building the return and rebuilding it are timed beside
them (aim: well under a minute). On a machine that does other things too, own work (seconds of the
processor) says more than the clock. SQLite always; PostgreSQL too where HEARD_DATABASE_URL names
an empty database.
"""

import os
import subprocess
import sys
import tempfile
import time
from typing import Any, NamedTuple

SMALL, LARGE = 300, 30_000
ROUNDS, WARM_UP = 60, 5
AIM_MS, AIM_TIMES, AIM_BUILD = 100, 2, 60
ONE = "/returns/2025-26/1/"
PAGES = {
    "list of returns": "/returns/",
    "the return as a letter": ONE,
    "facts, first page": f"{ONE}facts/2b/",
    "facts of one line": f"{ONE}facts/2b/?line=CLA&counted=PN1",
    "facts of a code, all plans": f"{ONE}facts/2b/?counted=PN1&page=3",
    "facts, last page": f"{ONE}facts/2c/?page=999999",
    "records of a check": f"{ONE}checks/review-not-coded/",
}


class Answered(NamedTuple):
    """How a page answered: queries; milliseconds of which 95 of 100 answers took less; own work."""

    queries: int
    p95: float
    work: float


def asked(client: Any, address: str) -> Answered:
    """Ask for a page many times."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    took, work = [], []
    for _ in range(WARM_UP + ROUNDS):
        began, busy = time.perf_counter(), time.process_time()
        answer = client.get(address, SERVER_NAME="localhost")
        took.append((time.perf_counter() - began) * 1000)
        work.append((time.process_time() - busy) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answered {answer.status_code}.")
    counted = []
    for _ in range(2):  # every hundredth event of the audit trail also writes a head of the trail
        with CaptureQueriesContext(connection) as queries:
            client.get(address, SERVER_NAME="localhost")
        counted.append(len(queries))
    return Answered(min(counted), p95(took), p95(work))


def p95(measured: list[float]) -> float:
    """Return what 95 of 100 measurements stayed under, the first few left out."""
    return sorted(measured[WARM_UP:])[round(ROUNDS * 0.95) - 1]


def built(children: int) -> None:
    """Build the return, rebuild it from its kept facts, and print how long both took."""
    from heard.authority.returns.operations import build
    from heard.authority.returns.queries.versions import rebuild
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock
    from heard.kernel.time import ReportingYear

    who: dict[str, Any] = {"today": clock.today(), "by": os_account(), "at": clock.now()}
    began, work = time.perf_counter(), time.process_time()
    version = build(year=ReportingYear(2025), as_of=None, **who)
    seconds, work = time.perf_counter() - began, time.process_time() - work
    began = time.perf_counter()
    if rebuild(version) != (version.items, version.content_hash):
        raise SystemExit("Built again from its kept facts, the return is another.")
    again = time.perf_counter() - began
    facts = version.facts.count()
    print(
        f"  {children:,} children, {facts:,} facts: built in {seconds:.1f} s ({work:.1f} s of our "
        f"own work; aim: {AIM_BUILD}), rebuilt to the same bytes in {again:.1f} s",
        flush=True,
    )


def signed_in() -> Any:
    """Return a client signed in as an analyst with a second factor."""
    from heard.foundations.accounts.operations import add_account
    from heard.foundations.audit.actor import os_account
    from heard.foundations.audit.guard import writing_allowed
    from heard.foundations.deployment import clock
    from tests.sign_in import client_of

    who = {"by": os_account(), "at": clock.now()}
    password = "no secret, only a bench"
    staff = add_account(
        email="olu@bench.example",
        name="Olu",
        roles=frozenset({"analyst"}),
        password=password,
        **who,
    )
    with writing_allowed("bench"):
        return client_of(staff)


def measure() -> bool:
    """Fill an empty database in two steps, and print how the pages answer at each."""
    from bench._fill import fill
    from bench.counts import analyse

    client, filled = signed_in(), 0
    found: dict[int, dict[str, Answered]] = {}
    for children in (SMALL, LARGE):
        fill(children - filled, already=filled)
        filled = children
        analyse()
        built(children)
        found[children] = {name: asked(client, address) for name, address in PAGES.items()}
    met = [said(name, found[SMALL][name], found[LARGE][name]) for name in PAGES]
    return all(met)


def said(name: str, few: Answered, many: Answered) -> bool:
    """Print how a page answered at both sizes, and say whether it asks no more of the database."""
    times = many.p95 / few.p95
    slow = many.p95 >= AIM_MS or times > AIM_TIMES
    print(
        f"  {name:28} {few.p95:6.1f} ms -> {many.p95:6.1f} ms, {times:.1f} times "
        f"(own work {few.work:.1f} -> {many.work:.1f} ms; aims: {AIM_MS} ms, {AIM_TIMES} times"
        f"{': MISSED' if slow else ''}); queries {few.queries} -> {many.queries}"
    )
    return few.queries == many.queries


def in_this_process() -> int:
    """Measure on the database of the settings, which must be empty."""
    import django
    from django.core.management import call_command

    os.environ["DJANGO_SETTINGS_MODULE"] = "heard.config.settings.base"
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    from heard.child.people.models import Child

    if Child.objects.exists():
        raise SystemExit("This database has children in it. Give the bench an empty one.")
    return 0 if measure() else 1


def main() -> int:
    """Measure on SQLite, and on PostgreSQL where there is one; return 1 when one could not run
    or a page asks more of the database when there is more in it.
    """
    if sys.argv[1:] == ["here"]:
        return in_this_process()
    good = True
    for url in dict.fromkeys(("", os.environ.get("HEARD_DATABASE_URL", ""))):
        print("PostgreSQL" if url else "SQLite", flush=True)
        with tempfile.TemporaryDirectory(prefix="heard-bench-") as folder:
            changed = {"HEARD_DATABASE_URL": url, "HEARD_DATA": folder, "PYTHONUNBUFFERED": "1"}
            here = [sys.executable, "-m", "bench.pages", "here"]
            done = subprocess.run(here, env={**os.environ, **changed}, check=False)
            good = good and done.returncode == 0
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
