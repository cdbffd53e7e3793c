"""R6: a full disk gives clear words and nothing half; when there is room again, all goes on."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from heard.foundations.access.views import open_to
from heard.foundations.audit.models import AuditEvent
from heard.foundations.audit.verify import verify
from heard.foundations.deployment import disk
from tests.deployments import deployment, fill, heard, staff
from tests.journeys.server import Site
from tests.unit.foundations.audit.trail import AT, PRIYA, note


@open_to("everyone", why="A view of the tests")
def writes(request: HttpRequest) -> HttpResponse:
    note(times=2000, seed=1, by=PRIYA, at=AT)
    return HttpResponse("saved")


urlpatterns = [path("writes", writes)]
handler500 = "heard.foundations.ui.errors.failed"


@pytest.mark.django_db(transaction=True)
def test_a_write_without_room_gives_a_clear_page_and_nothing_half(settings: Settings) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the room of PostgreSQL is its server's; its error is tried below")
    settings.ROOT_URLCONF = __name__
    client = Client(raise_request_exception=False)
    assert client.post("/writes").status_code == 200  # the control: with room it is saved
    before = AuditEvent.objects.count()
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 20}")
    response = client.post("/writes")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert response.status_code == 507
    assert "There is no room left" in response.content.decode()
    assert AuditEvent.objects.count() == before
    assert verify(heads_file=Path("none"), elsewhere=True).whole
    assert client.post("/writes").status_code == 200


def test_the_error_of_postgresql_is_known() -> None:
    import psycopg
    from django.db import OperationalError

    problem = OperationalError("could not extend file")
    problem.__cause__ = psycopg.errors.DiskFull("could not extend file")
    assert disk.is_full(problem)
    assert not disk.is_full(OperationalError("the server closed the connection"))
    assert disk.is_full(OSError(28, "No space left on device"))
    assert not disk.is_full(OSError(2, "No such file"))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB: an empty Heard, its copy, and little more."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if os.environ.get("HEARD_DATABASE_URL"):
        pytest.skip("the database of PostgreSQL lies on the disk of its server")
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_disk(folder: Path) -> None:
    with (folder / "other people's data").open("wb", buffering=0) as out:
        try:
            while out.write(b"x" * 4096):
                pass
        except OSError:
            return


def test_commands_on_a_full_disk_end_in_words_and_lose_nothing(small: Path) -> None:
    site: Site = deployment(small / "data")
    fill(site, ["Kit"], 1)
    before = staff(site)
    fill_disk(small)
    commands = [
        ["user", "add", "olu@northmoor.example", "--name", "Olu", "--role", "analyst"],
        ["backup", str(small / "one.backup")],
        ["audit", "head"],
    ]
    for words in commands:
        done = heard(site, *words)
        assert done.returncode == 1, words
        assert "no room left" in done.stderr or "bytes left" in done.stderr, done.stderr
        assert "Traceback" not in done.stderr
    (small / "other people's data").unlink()
    assert staff(site) == before
    assert not (small / "one.backup").exists()
    for words in commands:
        assert heard(site, *words).returncode == 0, words
    assert site.heard("audit", "verify").startswith("The trail is whole")
