"""A workbook and a census on screen: a look first, then in, and what was set aside."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heard.child.people.models import Child
from heard.edges.imports.models import ImportRun
from tests.cast import Cast
from tests.sign_in import client_of
from tests.unit.edges.imports.child_rows import censuses, workbooks
from tests.unit.edges.imports.child_rows.test_annex_a import BEGAN

pytestmark = pytest.mark.django_db


@pytest.fixture
def olu(cast: Cast, settings: Any) -> Client:
    """Olu, signed in, where a task runs as soon as it is put in line."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    return client_of(cast["Olu"])


def a_census(folder: Path) -> Path:
    bad = censuses.child("X1", censuses.details("2025-04-10"), born="2017-02-30")
    good = censuses.child("M1", censuses.details("2025-04-10"))
    return censuses.write(folder / "cin.xml", good, bad)


def a_workbook(folder: Path) -> Path:
    rows = [workbooks.cin(workbooks.MAYA, BEGAN), workbooks.cin(workbooks.THEO, "soon")]
    return workbooks.write(folder / "annex a.xlsx", List_6=rows)


@pytest.mark.parametrize(
    ("kind", "make", "words"),
    [("cin", a_census, "CIN census"), ("annex_a", a_workbook, "Annex A workbook")],
)
def test_it_is_looked_at_and_brought_in(
    kind: str, make: Any, words: str, olu: Client, tmp_path: Path
) -> None:
    file = make(tmp_path)
    sent = SimpleUploadedFile(file.name, file.read_bytes())
    page = olu.post("/imports/new/", {"kind": kind, "files": [sent]}, follow=True)
    shown = page.content.decode()
    assert "What would change" in shown
    assert "Child in Need" in shown
    assert "cannot be brought in" in shown
    assert not Child.objects.filter(authority_id="M1").exists()
    run = ImportRun.objects.get()
    page = olu.post(f"/imports/run/{run.pk}/bring-in/", follow=True)
    assert "All of it is brought in" in page.content.decode()
    assert Child.objects.filter(authority_id="M1").exists()
    listed = olu.get("/imports/").content.decode()
    assert words in listed
    assert "new rows" in listed
    assert "is no date" in olu.get("/imports/quarantine/").content.decode()
