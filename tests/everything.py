"""Run every test tier of `make test`, and say what each did.

    python -m tests.everything

Three lanes of tiers run side by side, so that no processor waits while a test does: lint, types,
contracts, generated references and missing migrations; tests without a browser and in real ones, on
SQLite and on PostgreSQL. The long tests are in `make soak`, and so are those that would say the
same on PostgreSQL.
"""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from tests.with_postgres import postgres

PYTHON = sys.executable
PYTEST = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--durations=20"]
PLAIN = [*PYTEST, "tests", "--dist", "worksteal", "-m", "not browser and not soak"]
BROWSER = [*PYTEST, "--dist", "loadfile", "-m", "browser and not soak"]
# On PostgreSQL in `make soak` only: long, and the same code on both. What knows the database, such
# as backup, upgrade and doctor, is always tried on both, and so are the kills.
LATER = [
    "contracts/test_commands", "contracts/test_killed_imports",
    "promises/test_in_their_hands", "promises/test_law_1_what_was_typed_stays",
    "promises/test_law_3_nobody_infers_a_score", "promises/test_law_7_every_read_is_on_the_trail",
    "promises/test_twin_worlds", "promises/test_twin_worlds_of_files",
    "promises/test_twin_worlds_of_nan", "promises/test_who_may_do_what",
    "promises/test_who_may_see_said",
]  # fmt: skip
NOT_NOW = [f"--ignore=tests/{name}.py" for name in LATER]
# The journeys that the product stands on run on both databases; `make soak` runs all on both.
BOTH = ["asking", "family_door", "loop", "reviews_and_evidence", "the_return"]
ON_BOTH = [f"tests/journeys/test_{name}.py" for name in BOTH]
# How wide a page is, no database knows: there the loop goes at the size of a phone only.
LOOP = "test_loop.py::test_said_talked_over_passed_on_answered_told_not_yet_and_yes"
ON_BOTH += [f"--deselect=tests/journeys/{LOOP}[{width}]" for width in (768, 1280)]
REFERENCES = [PYTHON, "-m", "heard.config.reference", "--check"]
MIGRATIONS = [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"]


class Tier(NamedTuple):
    """What runs together: its name, its command, and further settings in its environment."""

    name: str
    command: list[str]
    settings: dict[str, str]


def run(tier: Tier) -> bool:
    """Run one tier, and print all that it said when it has ended, and how long it took.

    Its temporary files lie in a folder of its own: two runs of pytest would tidy each other's away.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="heard-tests-", ignore_cleanup_errors=True) as folder:
        settings = {"DJANGO_ALLOW_ASYNC_UNSAFE": "1", "TMPDIR": folder, **tier.settings}
        done = subprocess.run(
            tier.command, env={**os.environ, **settings}, check=False, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
    ended = f"=== {tier.name}: {time.monotonic() - began:.0f} s"
    print(f"\n=== {tier.name}\n{done.stdout}{ended}", flush=True)
    return done.returncode == 0


def lane(tiers: list[Tier]) -> bool:
    """Run tiers one after the other, even after one failed."""
    passed = [run(tier) for tier in tiers]
    return all(passed)


def main() -> int:
    """Run all tiers; return 0 when each passed."""
    tests = {"DJANGO_SETTINGS_MODULE": "heard.config.settings.tests"}
    print("Three lanes of checks run side by side; each says what it did when it ends.", flush=True)
    with postgres() as url, ThreadPoolExecutor(3) as pool:
        here = {"HEARD_DATABASE_URL": url}
        on_postgres = [*PLAIN, *NOT_NOW, "--only-database"]
        lanes = [
            [Tier("SQLite, without a browser", PLAIN, {})],
            [
                Tier("SQLite, in browsers", [*BROWSER, "tests"], {}),
                Tier("PostgreSQL, without a browser", on_postgres, here),
            ],
            [
                Tier("lint, types and contracts", ["make", "--silent", "lint"], {}),
                Tier("generated references", REFERENCES, tests),
                Tier("missing migrations", MIGRATIONS, tests),
                Tier("PostgreSQL, in browsers", [*BROWSER, *ON_BOTH], here),
            ],
        ]
        good = list(pool.map(lane, lanes))
    print("\nEverything passed." if all(good) else "\nSomething failed: see above.")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
