"""docs/safety/what-a-compromise-can-take.md, line by line where a line can be tried (A4.2, T36)."""

import json
from pathlib import Path

import pytest

from tests.deployments import deployment, fill, heard
from tests.journeys.server import Site

SECRETS = """
import json
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.guard import writing_allowed
staff = Staff.objects.get(name="Kit")
with writing_allowed("test"):
    TOTP.activate(staff, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
assert TOTP(Authenticator.objects.get(user=staff)).instance.data
print("made")
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    found = deployment(tmp_path_factory.mktemp("compromise") / "data")
    fill(found, ["Kit", "Maya Invented"], 1)
    assert found.python(SECRETS) == "made"
    return found


def database_bytes(site: Site) -> bytes:
    """Everything that a thief of the database reads."""
    code = """
from django.db import connection
with connection.cursor() as cursor:
    for table in connection.introspection.table_names():
        cursor.execute(f'SELECT * FROM "{table}"')
        for row in cursor.fetchall():
            print(row)
"""
    return site.python(code).encode()


def keys(site: Site) -> list[bytes]:
    return [path.read_bytes().strip() for path in (site.data / "keys").glob("*.key")]


def test_the_database_holds_no_key_no_password_and_no_secret_of_a_factor(site: Site) -> None:
    stolen = database_bytes(site)
    assert b"Maya Invented" in stolen  # the control: names can be read, and the page says so
    assert len(keys(site)) >= 3
    assert not [key for key in keys(site) if key in stolen]
    assert b"a quiet word in good time" not in stolen
    assert b"JBSWY3DPEHPK3PXP" not in stolen


def test_a_backup_shows_nothing_but_its_header(site: Site, tmp_path: Path) -> None:
    said = json.loads(site.heard("backup", str(tmp_path), "--json"))
    stolen = Path(said["path"]).read_bytes()
    # Long enough that chance does not spell them in so many bytes.
    words = [b"Maya Invented", b"northmoor.example", b"accounts_staff", b"manifest.json"]
    for word in [*words, *keys(site)]:
        assert word not in stolen, word
    header = json.loads(stolen.split(b"\n", 1)[1][4:].split(b"}", 1)[0] + b"}")
    assert set(header) == {"version", "made_at", "key", "salt"}


def test_heads_tell_numbers_seals_and_times(site: Site) -> None:
    site.heard("audit", "head")
    for line in (site.data / "audit_heads" / "heads.jsonl").read_text().splitlines():
        assert set(json.loads(line)) == {"n", "seq", "mac", "key", "at", "prev", "seal"}


def test_whoever_has_the_keys_can_forge_the_trail_but_not_a_copy_of_its_heads(
    site: Site, tmp_path: Path
) -> None:
    folder = site.data / "audit_heads"
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes((folder / "heads.jsonl").read_bytes())
    site.python(FORGED)
    (folder / "heads.jsonl").unlink()
    assert site.heard("audit", "verify").startswith("The trail is whole")
    found = heard(site, "audit", "verify", "--heads", str(copy))
    assert found.returncode == 1
    assert "is not the one that was last" in found.stdout


FORGED = """
from django.db import connection
from heard.foundations.audit import chain
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.models import AuditEvent, AuditHead
from tests.emptying import triggers_off
rows = list(AuditEvent.objects.order_by("seq"))
rows[1].actor_name = "Somebody else"
prev = chain.FIRST
with writing_allowed("test"), triggers_off(connection):
    AuditEvent.objects.all().delete()
    for row in rows:
        row.prev = prev
        row.mac = prev = chain.seal(row)
    AuditEvent.objects.bulk_create(rows)
    head = AuditHead.objects.get()
    head.mac, head.heads, head.heads_seal = prev, 0, chain.FIRST
    chain.save_end(head)
"""
