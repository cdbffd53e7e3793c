"""The pages that bring files in, from the first file to the last note."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heard.child.people.models import Child
from heard.child.reviews.models import Review
from heard.edges.imports.incoming.place import Place
from heard.edges.imports.models import ImportRun, QuarantinedRow, SetAsideReview
from heard.edges.imports.operations import waiting
from tests.cast import SYSTEM, Cast
from tests.sign_in import client_of, step_up_now
from tests.unit.edges.imports import returns, small
from tests.unit.edges.imports.doing import every_row, load

pytestmark = pytest.mark.django_db


@pytest.fixture
def olu(cast: Cast, settings: Any) -> Client:
    """Olu, signed in, where a task runs as soon as it is put in line."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    return client_of(cast["Olu"])


def files_of(folder: Path) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f.name, f.read_bytes()) for f in sorted(folder.iterdir())]


def zipped(folder: Path, inside: str = "") -> SimpleUploadedFile:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{inside}{file.name}")
    return SimpleUploadedFile("return.zip", data.getvalue())


def send(client: Client, kind: str, files: list[SimpleUploadedFile]) -> Any:
    return client.post("/imports/new/", {"kind": kind, "files": files}, follow=True)


def test_files_are_looked_at_first_and_nothing_changes(olu: Client, tmp_path: Path) -> None:
    before = every_row()
    page = send(olu, "ssda903", files_of(returns.write(tmp_path)))
    run = ImportRun.objects.get()
    assert run.state == "looked"
    assert "What would change" in page.content.decode()
    assert every_row() == before
    assert Place(run.pk).files.exists()


def test_bring_it_in_brings_it_in_once(olu: Client, tmp_path: Path) -> None:
    send(olu, "ssda903", files_of(returns.write(tmp_path)))
    run = ImportRun.objects.get()
    for _ in range(2):
        page = olu.post(f"/imports/run/{run.pk}/bring-in/", follow=True)
    assert "All of it is brought in" in page.content.decode()
    assert Child.objects.filter(authority_id="T1").count() == 1
    assert ImportRun.objects.get().state == "loaded"
    assert not Place(run.pk).folder.exists()


def test_discard_changes_nothing_and_removes_the_files(olu: Client, tmp_path: Path) -> None:
    before = every_row()
    send(olu, "ssda903", files_of(returns.write(tmp_path)))
    run = ImportRun.objects.get()
    olu.post(f"/imports/run/{run.pk}/discard/")
    olu.post(f"/imports/run/{run.pk}/bring-in/")
    assert ImportRun.objects.get().state == "discarded"
    assert not Place(run.pk).folder.exists()
    assert every_row() == before


@pytest.mark.parametrize("inside", ["", "facts/"])
def test_a_folder_of_facts_comes_as_a_zip(inside: str, olu: Client, tmp_path: Path) -> None:
    send(olu, "facts", [zipped(small.write(tmp_path), inside)])
    run = ImportRun.objects.get()
    assert run.state == "looked"
    olu.post(f"/imports/run/{run.pk}/bring-in/")
    assert Child.objects.filter(authority_id="M1").exists()


def test_a_refused_folder_names_its_bad_rows(olu: Client, tmp_path: Path) -> None:
    folder = small.write(tmp_path, **small.with_row("work", "M1,<b>LAC</b>,2025-04-31,"))
    page = send(olu, "facts", [zipped(folder)]).content.decode()
    assert "2 things are wrong" in page
    assert "&lt;b&gt;LAC" in page
    assert ImportRun.objects.get().state == "refused"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"kind": "ssda903"}, "Choose the files"),
        ({"files": [SimpleUploadedFile("a.csv", b"x")]}, "Say what kind"),
        (
            {
                "kind": "facts",
                "files": [
                    SimpleUploadedFile("a.zip", b"PK\x05\x06" + b"\0" * 18),
                    SimpleUploadedFile("b.csv", b"x"),
                ],
            },
            "not both",
        ),
        ({"kind": "facts", "files": [SimpleUploadedFile("a.zip", b"PK\x03\x04xx")]}, "damaged"),
    ],
)
def test_a_form_that_cannot_be_taken_says_why(
    data: dict[str, Any], words: str, olu: Client
) -> None:
    page = olu.post("/imports/new/", data)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert not ImportRun.objects.exists()


def test_more_than_the_limit_is_refused(olu: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heard.edges.imports.incoming.upload.TOTAL", 100_000)
    page = send(olu, "ssda903", [SimpleUploadedFile("a.csv", b"x" * 200_000)])
    assert "more than 200 MB" in page.content.decode()


def test_sending_files_needs_the_form(cast: Cast) -> None:
    client = client_of(cast["Olu"])
    client.handler.enforce_csrf_checks = True
    assert client.post("/imports/new/", {"kind": "facts"}).status_code == 403


def test_a_failure_is_said_and_leaves_nothing(
    olu: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("heard.edges.imports.doing.look_at", fails)
    page = send(olu, "ssda903", files_of(returns.write(tmp_path)))
    assert "Heard could not finish" in page.content.decode()
    assert "disk is full" not in page.content.decode()


def test_a_stopped_import_can_begin_again(olu: Client, tmp_path: Path, settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    page = send(olu, "ssda903", files_of(returns.write(tmp_path)))
    assert "Waiting for the worker" in page.content.decode()
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    run = ImportRun.objects.get()
    olu.post(f"/imports/run/{run.pk}/again/")
    assert ImportRun.objects.get().state == "looked"


def test_a_row_that_was_set_aside_is_dealt_with_once(olu: Client, tmp_path: Path) -> None:
    row = "M1,04/03/2017,<script>alert(1)</script>,PN1"
    load(returns.write(tmp_path, header=[returns.MAYA], reviews=[row]), "ssda903")
    kept = QuarantinedRow.objects.get()
    assert "is no date" in olu.get("/imports/quarantine/").content.decode()
    assert "No rows here" in olu.get("/imports/quarantine/?kind=other").content.decode()
    page = olu.get(f"/imports/quarantine/{kept.pk}/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert olu.post(f"/imports/quarantine/{kept.pk}/", {"note": ""}).status_code == 422
    for note in ("Corrected there", "Another note"):
        olu.post(f"/imports/quarantine/{kept.pk}/", {"note": note})
    kept.refresh_from_db()
    assert (kept.note, kept.resolved_by) == ("Corrected there", "Olu")
    assert kept.raw == row


def test_a_review_is_settled_and_stays_so(olu: Client, tmp_path: Path) -> None:
    both = [returns.MAYA_SAID, returns.MAYA_SAID.replace("PN1", "PN2")]
    folder = returns.write(tmp_path, header=[returns.MAYA], reviews=both)
    load(folder, "ssda903")
    assert "1 review" in olu.get("/imports/settle/").content.decode()
    review = Review.objects.get(code="PN2", source="ssda903")
    address = f"/imports/settle/{review.child_id}/CLA/2025-07-01/"
    assert "advocate speaks" in olu.get(address).content.decode()
    assert olu.post(address, {"right": str(review.pk)}).status_code == 422
    said = {"right": str(review.pk), "reason": "Ivor, who chaired it"}
    assert olu.post(address, said).status_code == 302
    assert Review.objects.get(code="PN1", source="ssda903").cancelled
    assert SetAsideReview.objects.get().right == review.pk
    assert not load(folder, "ssda903")["changed"]
    assert olu.get(address).status_code == 302
    assert olu.get("/imports/settle/x/CLA/2025-07-01/").status_code == 404


@pytest.fixture
def stepped_up(olu: Client, cast: Cast) -> None:
    """Olu gave the second factor again a minute ago."""
    step_up_now(olu, cast["Olu"], seconds_ago=60)


def test_nothing_leaves_without_the_second_factor(olu: Client) -> None:
    for page in ("facts/", "reviews/2025-26/", "reviews/2025-26/csv/"):
        answer = olu.get(f"/take-out/{page}")
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/factor/again/")


def test_reviews_leave_with_what_the_rules_say(
    olu: Client, stepped_up: None, tmp_path: Path
) -> None:
    load(returns.write(tmp_path), "ssda903")
    assert olu.get("/take-out/", {"year": "2025-26"})["Location"].endswith("2025-26/")
    page = olu.get("/take-out/reviews/2025-26/").content.decode()
    assert "2 looked-after reviews" in page
    csv = olu.get("/take-out/reviews/2025-26/csv/")
    assert b"T1,28/02/2011,02/07/2025,PN3" in csv.content
    assert "attachment" in csv["Content-Disposition"]
    assert b"<CHILDID>T1" in olu.get("/take-out/reviews/2025-26/xml/").content
    for bad in ("reviews/2025-27/", "reviews/2025-26/exe/", "reviews/x/"):
        assert olu.get(f"/take-out/{bad}").status_code == 404


def test_facts_leave_as_a_zip_that_comes_in_again(
    olu: Client, stepped_up: None, tmp_path: Path
) -> None:
    load(small.write(tmp_path / "in"))
    one, two = (olu.get("/take-out/facts/").content for _ in range(2))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        archive.extractall(tmp_path / "out")
    assert not load(tmp_path / "out")["changed"]


def test_old_files_that_nobody_decided_about_are_removed(
    olu: Client, tmp_path: Path, settings: Any
) -> None:
    from heard.edges.imports.tasks import clear_stale
    from heard.foundations.deployment import clock

    send(olu, "ssda903", files_of(returns.write(tmp_path)))
    assert clear_stale(clock.now()) == 0
    settings.HEARD_TODAY = "2026-12-20"
    assert clear_stale(clock.now()) == 1
    assert ImportRun.objects.get().state == "discarded"
    with pytest.raises(waiting.NotWaiting):
        waiting.discard(run=ImportRun.objects.get().pk, **SYSTEM)
