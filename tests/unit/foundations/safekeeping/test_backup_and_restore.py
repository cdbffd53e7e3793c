"""R10: a backup restores to a blank machine, to the row and the byte; what is wrong is refused."""

import io
import json
import random
import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from heard.foundations.safekeeping.sealed_file import Reader, Writer, read_header
from tests.deployments import blank, deployment, files, fill, heard, heard_many, staff
from tests.journeys.server import Site

FIRST = ["Kit", "Olu"]
LATER = ["Dana"]
WELSH = """
from datetime import UTC, datetime
from heard.child.feedback.definitions.ours import content_of_ours
from heard.child.feedback.operations import add_wording
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.kernel.ids import uuid7
welsh = content_of_ours("child", 1, "en-GB")
welsh |= {"language": "cy", "version": 101, "title": "Sut mae’n mynd?"}
at = datetime(2026, 11, 23, 9, tzinfo=UTC)
add_wording(id=uuid7(), content=welsh, added_by=Staff.objects.get(name="Kit").pk,
            by=HEARD_ITSELF, at=at)
"""
TITLE = """
from heard.child.feedback.definitions import definition
print(definition("child", 101, "cy").title)
"""


@dataclass
class Kept:
    """A deployment, a backup of its first state, and a copy of its keys; then it went on."""

    site: Site
    backup: Path
    keys: Path
    files: dict[str, str]
    made: dict[str, object]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    site = deployment(folder / "data")
    fill(site, FIRST, 1)
    site.python(WELSH)
    made = json.loads(site.heard("backup", str(folder / "one.backup"), "--json"))
    shutil.copytree(site.data / "keys", folder / "keys")
    before = files(site)
    fill(site, LATER, 2)
    return Kept(site, folder / "one.backup", folder / "keys", before, made)


def emails(names: list[str]) -> list[str]:
    return sorted(f"{name.lower()}@northmoor.example" for name in names)


def test_it_restores_to_a_blank_machine(kept: Kept, tmp_path: Path) -> None:
    site = blank(tmp_path / "new")
    done = heard(site, "restore", str(kept.backup), "--keys", str(kept.keys), "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["whole"]
    assert said["rows"] == kept.made["rows"]
    assert staff(site) == emails(FIRST)
    assert site.python(TITLE).strip() == "Sut mae’n mynd?", "the words that answers were given on"
    assert files(site) == kept.files
    assert site.heard("audit", "verify").startswith("The trail is whole")
    assert (site.data / "keys").stat().st_mode & 0o777 == 0o700
    assert not list((site.data / "tmp").iterdir())


def test_it_takes_the_place_of_what_is_there_which_is_kept(kept: Kept, tmp_path: Path) -> None:
    site = deployment(tmp_path / "data")
    shutil.rmtree(site.data / "keys")
    shutil.copytree(kept.keys, site.data / "keys")
    fill(site, ["Sam"], 3)
    now = files(site)
    refused = heard(site, "restore", str(kept.backup))
    assert refused.returncode == 1
    assert "is not empty" in refused.stderr
    assert (staff(site), files(site)) == (emails(["Sam"]), now)
    site.heard("restore", str(kept.backup), "--replace")
    assert (staff(site), files(site)) == (emails(FIRST), kept.files)
    (aside,) = site.data.glob("files.before-restore-*")
    assert {p.name for p in (aside / "3").iterdir()} == {Path(name).name for name in now}
    assert site.heard("audit", "verify").startswith("The trail is whole")


def test_a_backup_that_is_not_as_it_was_made_is_refused(kept: Kept, tmp_path: Path) -> None:
    whole, dice = kept.backup.read_bytes(), random.Random(4)
    wrong = {"empty": b"", "another file": b"PK\x03\x04" + whole, "longer": whole + b"\0"}
    for length in [10, 200, 1_000_000, len(whole) // 2, len(whole) - 1]:
        wrong[f"cut at {length}"] = whole[:length]
    for place in [3, 60, 150, *dice.sample(range(200, len(whole)), 4), len(whole) - 1]:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << dice.randrange(8)
        wrong[f"bit at {place}"] = bytes(flipped)
    site, commands = blank(tmp_path / "new"), []
    for name, data in wrong.items():
        path = tmp_path / name.replace(" ", "-")
        path.write_bytes(data)
        commands.append(["restore", str(path), "--keys", str(kept.keys)])
    for (status, words), name in zip(heard_many(site, commands), wrong, strict=True):
        assert status == 1, name
        assert words.startswith("Nothing was restored. "), name
        assert "Traceback" not in words, name
    left = {p.name for p in site.data.rglob("*") if p.is_file()}
    assert left <= {"factors.key", "secret.key", "heard.sqlite3"}
    assert not (site.data / "files").exists()


def rewritten(kept: Kept, path: Path, header: dict[str, str], manifest: dict[str, object]) -> str:
    """Write the same backup again with another header or list of contents, sealed with the key."""
    key = (kept.keys / "backup.key").read_text().strip().encode()
    with kept.backup.open("rb") as source:
        old, _ = read_header(source)
    reader = Reader(io.BytesIO(kept.backup.read_bytes()), key)
    with path.open("wb") as out:
        writer = Writer(out, key, {**old, **header})
        with (
            tarfile.open(fileobj=writer, mode="w|") as into,
            tarfile.open(fileobj=reader, mode="r|") as source_tar,
        ):
            for entry in source_tar:
                data = source_tar.extractfile(entry).read()  # type: ignore[union-attr]
                if entry.name == "manifest.json":
                    data = json.dumps({**json.loads(data), **manifest}).encode()
                    entry.size = len(data)
                into.addfile(entry, io.BytesIO(data))
        writer.close()
    return str(path)


def test_what_does_not_fit_is_refused_in_words(kept: Kept, tmp_path: Path) -> None:
    other = tmp_path / "other-keys"
    shutil.copytree(kept.keys, other)
    (other / "backup.key").write_text("0" * 64)
    mixed = tmp_path / "mixed-keys"
    shutil.copytree(kept.keys, mixed)
    (mixed / "audit-1.key").write_text("0" * 64)
    lacking = tmp_path / "lacking-keys"
    shutil.copytree(kept.keys, lacking)
    (lacking / "audit-1.key").unlink()
    manifest = json.loads(tarfile_of(kept)["manifest.json"])
    later = [*manifest["migrations"], ["people", "9999_from_the_future"]]
    fewer = {**manifest["counts"], "accounts_staff": 7}
    kind = {"sqlite": "postgresql", "postgresql": "sqlite"}[manifest["database"]]
    backup, keys = str(kept.backup), ["--keys", str(kept.keys)]
    cases = [
        (["restore", str(tmp_path / "none")], "There is no backup at"),
        (["restore", backup], "is missing. Give the folder with the keys"),
        (["restore", backup, "--keys", str(other)], "made with another key"),
        (["restore", backup, "--keys", str(mixed)], "is another key than audit-1.key"),
        (["restore", backup, "--keys", str(lacking)], "audit-1.key is not in"),
        (["restore", rewritten(kept, tmp_path / "a", {"version": "99.0"}, {}), *keys],
         "made by Heard 99.0"),
        (["restore", rewritten(kept, tmp_path / "b", {}, {"migrations": later}), *keys],
         "does not know people 9999_from_the_future"),
        (["restore", rewritten(kept, tmp_path / "c", {}, {"counts": fewer}), *keys],
         "has not the rows that the backup lists: accounts_staff"),
        (["restore", rewritten(kept, tmp_path / "d", {}, {"database": kind}), *keys],
         "and this deployment uses"),
        (["restore"], "Give the backup to restore"),
    ]  # fmt: skip
    site = blank(tmp_path / "new")
    for (status, said), (command, words) in zip(
        heard_many(site, [c for c, _ in cases]), cases, strict=True
    ):
        assert (status, words in said) == (1, True), (command, said)
    site.heard("restore", backup, *keys)  # the control: the same machine takes the right one


def tarfile_of(kept: Kept) -> dict[str, bytes]:
    """Return what is inside a backup, by name."""
    key = (kept.keys / "backup.key").read_text().strip().encode()
    reader = Reader(io.BytesIO(kept.backup.read_bytes()), key)
    with tarfile.open(fileobj=reader, mode="r|") as tar:
        return {e.name: tar.extractfile(e).read() for e in tar}  # type: ignore[union-attr]


def test_no_key_is_inside_and_nothing_can_be_read_without_one(kept: Kept) -> None:
    inside, outside = tarfile_of(kept), kept.backup.read_bytes()
    for key in kept.keys.glob("*.key"):
        assert key.read_bytes().strip() not in b"".join(inside.values())
        assert key.read_bytes().strip() not in outside
    assert b"northmoor.example" not in outside
    assert not [name for name in inside if "key" in Path(name).suffix]
    assert kept.backup.stat().st_mode & 0o777 == 0o600


def test_a_backup_is_on_the_trail_and_never_replaces_a_file(kept: Kept) -> None:
    code = (
        "from heard.foundations.audit.models import AuditEvent as E\n"
        "print(E.objects.filter(verb='backup.begun').count())"
    )
    assert kept.site.python(code) == "1"
    again = heard(kept.site, "backup", str(kept.backup))
    assert again.returncode == 1
    assert "is there already" in again.stderr
    beside = heard(kept.site, "backup", str(kept.site.data / "keys" / "x.backup"))
    assert "must not lie beside the keys" in beside.stderr
