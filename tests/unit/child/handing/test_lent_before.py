"""A tablet that was in somebody's hands when Heard was upgraded stays locked to its forms."""

import subprocess
import sys
from pathlib import Path

from tests.made import migrated, surroundings

BEFORE = """
import json, uuid
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from heard.child.handing.queries import key_of_session, lent_to
from heard.child.people.operations import add_worker
from heard.foundations.accounts.operations import add_account
from tests.cast import NOON, PASSWORD, SYSTEM
call_command("migrate", "feedback", "0002", verbosity=0)
staff = add_account(email="priya@northmoor.example", name="Priya", roles=frozenset({"worker"}),
    password=PASSWORD, **SYSTEM)
worker = add_worker(name="Priya", staff=staff.pk, team=None, **SYSTEM)
forms = [str(uuid.UUID(int=n)) for n in (1, 2)]
pk = lambda n: uuid.UUID(int=n).hex if connection.vendor == "sqlite" else uuid.UUID(int=n)
key = worker.pk.hex if connection.vendor == "sqlite" else worker.pk
with connection.cursor() as cursor:
    for number, (session, back) in enumerate((("open", None), ("open", NOON), ("back", NOON))):
        cursor.execute(
            "INSERT INTO feedback_lent (id, session, forms, lent_at, back_at, worker_id)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            [pk(number + 9), key_of_session(session), json.dumps(forms), NOON, back, key],
        )
call_command("migrate", verbosity=0)
print(json.dumps([lent_to(name) for name in ("open", "back")]))
"""


def test_open_ones_stay_locked_and_given_back_ones_stay_open(tmp_path: Path) -> None:
    run = surroundings(tmp_path, migrated(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", BEFORE], env=run, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    one, two = (f"/hand/00000000-0000-0000-0000-00000000000{n}/" for n in (1, 2))
    back = "/asked/00000000-0000-0000-0000-000000000001/given-back/"
    assert done.stdout.strip() == f'[[["{one}", "{two}"], "{one}start/", "{back}"], null]'
