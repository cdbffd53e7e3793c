"""An upgrade backs up first, migrates, checks, and always tells the way back."""

import re
from pathlib import Path

import pytest

from tests.deployments import deployment, fill, heard, staff
from tests.journeys.server import Site

OLDER = (
    "from django.core.management import call_command\ncall_command('migrate', 'background', 'zero')"
)
TORN = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("DELETE FROM django_migrations WHERE app = 'background'")
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    found = deployment(tmp_path / "data")
    fill(found, ["Kit"], 1)
    return found


def test_a_deployment_of_an_older_shape_is_brought_to_this_one(site: Site, tmp_path: Path) -> None:
    site.python(OLDER)
    path = tmp_path / "before.backup"
    said = site.heard("upgrade", "--backup", str(path))
    assert "Migrated, 1 steps: background 0001_initial." in said
    assert "The audit trail is whole" in said
    assert staff(site) == ["kit@northmoor.example"]
    assert "Nothing was changed" in heard(site, "upgrade", "--backup", str(path)).stderr
    site.heard("restore", str(path), "--replace")  # the older shape, restored by this version
    assert site.heard("audit", "verify").startswith("The trail is whole")
    assert staff(site) == ["kit@northmoor.example"]


def test_an_upgrade_that_fails_tells_the_way_back_and_the_way_works(site: Site) -> None:
    site.python(TORN)  # the table is there already: the migration fails
    failed = heard(site, "upgrade")
    assert failed.returncode == 1
    assert "The upgrade failed: django.db.utils." in failed.stderr
    assert "Traceback" not in failed.stderr
    found = re.search(r"heard restore (\S+) --replace", failed.stderr)
    assert found
    backup = Path(found[1])
    assert backup.parent == site.data / "backups"
    fill(site, ["Olu"], 2)
    back = heard(site, "restore", str(backup), "--replace")
    assert back.returncode == 1  # the backup is as torn as the database was: it says so
    assert staff(site) == ["kit@northmoor.example", "olu@northmoor.example"]
