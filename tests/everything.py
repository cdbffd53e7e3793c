"""Run every test tier of `make test`, one after the other, and say what each did.

    python -m tests.everything

Tiers: generated references and missing migrations; the tests without a browser on SQLite and on
PostgreSQL; the tests in real browsers on both. The long tests are in `make soak`, and so are those
that would say the same on PostgreSQL.
"""

import os
import subprocess
import sys
import time

from tests.with_postgres import postgres

PYTHON = sys.executable
# One more than there are processors (two): while one waits for a server or a file, another works.
MANY = ["-n", str(min(8, (os.cpu_count() or 2) + 1))]
PLAIN = [PYTHON, "-m", "pytest", "tests", "-q", *MANY, "--dist", "worksteal", "--durations=20"]
PLAIN += ["-m", "not browser and not soak"]
BROWSER = ["-q", *MANY, "--dist", "loadfile", "--durations=20", "-m", "browser and not soak"]
# On PostgreSQL in `make soak` only: long, and the same code on both. What knows the database, such
# as backup, upgrade and doctor, is always tried on both.
LATER = [
    "contracts/test_commands", "contracts/test_killed_imports",
    "promises/test_law_3_nobody_infers_a_score", "promises/test_twin_worlds",
    "promises/test_twin_worlds_of_files", "promises/test_twin_worlds_of_nan",
    "promises/test_who_may_do_what",
]  # fmt: skip
NOT_NOW = [f"--ignore=tests/{name}.py" for name in LATER]
# The journeys that the product stands on run on both databases; `make soak` runs all on both.
BOTH = ["asking", "family_door", "loop", "reviews_and_evidence", "the_return"]
ON_BOTH = [f"tests/journeys/test_{name}.py" for name in BOTH]
MIGRATIONS = [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"]


def run(name: str, command: list[str], **extra: str) -> bool:
    """Run one tier with further settings in its environment; say how long it took."""
    print(f"\n=== {name}", flush=True)
    began = time.monotonic()
    environment = {**os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE": "1", **extra}
    status = subprocess.run(command, env=environment, check=False).returncode
    print(f"=== {name}: {time.monotonic() - began:.0f} s", flush=True)
    return status == 0


def main() -> int:
    """Run all tiers, even after one failed; return 0 when each passed."""
    tests = {"DJANGO_SETTINGS_MODULE": "heard.config.settings.tests"}
    good = [
        run("generated references", [PYTHON, "-m", "heard.config.reference", "--check"], **tests),
        run("missing migrations", MIGRATIONS, **tests),
        run("SQLite, without a browser", PLAIN),
        run("SQLite, in browsers", [PYTHON, "-m", "pytest", "tests", *BROWSER]),
    ]
    with postgres() as url:
        here = {"HEARD_DATABASE_URL": url}
        good += [
            run("PostgreSQL, without a browser", [*PLAIN, *NOT_NOW, "--only-database"], **here),
            run("PostgreSQL, in browsers", [PYTHON, "-m", "pytest", *ON_BOTH, *BROWSER], **here),
        ]
    print("\nEverything passed." if all(good) else "\nSomething failed: see above.")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
