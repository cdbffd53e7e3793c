"""Today, a child's story, the manager's list and the talk, with 300 children and with 30,000.

    python -m bench.loop

Each page is asked for through the whole stack as Priya, or as Ruth who manages her team. Aims: the
same number of queries at both sizes; 95 of 100 answers under 100 ms, and at 30,000 within 2 times
of 300. SQLite always; PostgreSQL too where HEARD_DATABASE_URL names an empty database.
"""

import os
import subprocess
import sys
import tempfile
from typing import Any

from bench.pages import LARGE, SMALL, Answered, asked, said


def people() -> tuple[Any, Any]:
    """Add Priya and Ruth, each with a second factor."""
    from heard.foundations.accounts.operations import add_account
    from heard.foundations.audit.actor import os_account
    from heard.foundations.deployment import clock

    who: dict[str, Any] = {"by": os_account(), "at": clock.now()}
    made = [
        add_account(
            email=f"{name}@bench.example",
            name=name.title(),
            roles=frozenset({role}),
            password="no secret, only a bench",
            **who,
        )
        for name, role in (("priya", "worker"), ("ruth", "manager"))
    ]
    return made[0], made[1]


def pages(priya: Any) -> dict[str, tuple[str, str]]:
    """Return who asks for which address: the same child and the same words at both sizes."""
    from heard.child.voice.models import Said

    one = Said.objects.filter(holder__staff=priya, state="open").order_by("pk").first()
    if one is None:
        raise SystemExit("Priya holds nothing: the filling went wrong.")
    return {
        "Today": ("priya", "/"),
        "the story of a child": ("priya", f"/children/{one.child_id}/story/"),
        "the manager's list": ("ruth", "/team/"),
        "the talk": ("priya", f"/said/{one.pk}/talk/"),
    }


def measure() -> bool:
    """Fill an empty database in two steps, and print how the pages answer at each."""
    from bench._fill import fill
    from bench._voices import speak
    from bench.counts import analyse
    from heard.foundations.audit.guard import writing_allowed
    from tests.sign_in import client_of

    priya, ruth = people()
    with writing_allowed("bench"):
        clients = {"priya": client_of(priya), "ruth": client_of(ruth)}
    found: dict[int, dict[str, Answered]] = {}
    filled = 0
    for children in (SMALL, LARGE):
        fill(children - filled, already=filled)
        speak(priya, ruth, already=filled)
        filled = children
        analyse()
        found[children] = {
            name: asked(clients[who], address) for name, (who, address) in pages(priya).items()
        }
    met = [said(name, found[SMALL][name], found[LARGE][name]) for name in found[SMALL]]
    return all(met)


def in_this_process() -> int:
    """Measure on the database of the settings, which must be empty."""
    import django
    from django.core.management import call_command

    os.environ["DJANGO_SETTINGS_MODULE"] = "heard.config.settings.base"
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    return 0 if measure() else 1


def main() -> int:
    """Measure on SQLite, and on PostgreSQL where there is one."""
    if sys.argv[1:] == ["here"]:
        return in_this_process()
    good = True
    for url in dict.fromkeys(("", os.environ.get("HEARD_DATABASE_URL", ""))):
        print("PostgreSQL" if url else "SQLite", flush=True)
        with tempfile.TemporaryDirectory(prefix="heard-bench-") as folder:
            changed = {"HEARD_DATABASE_URL": url, "HEARD_DATA": folder, "PYTHONUNBUFFERED": "1"}
            changed["HEARD_TODAY"] = "2026-11-23"
            here = [sys.executable, "-m", "bench.loop", "here"]
            done = subprocess.run(here, env={**os.environ, **changed}, check=False)
            good = good and done.returncode == 0
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
