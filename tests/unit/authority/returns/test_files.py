"""The files that a return leaves as: JSON, the statistics publication, PDF."""

import io
import json
from pathlib import Path

import pikepdf
import pytest

from heard.authority.returns.presenters import files, pdf
from heard.authority.returns.presenters.said import said
from heard.authority.returns.queries import versions
from heard.authority.returns.rules.area import areas
from heard.foundations.audit.models import AuditEvent
from heard.foundations.deployment.operations import describe
from heard.foundations.ui import paper
from heard.kernel.return_spec.ees import read_csv, screen
from tests.cast import SYSTEM, Cast
from tests.sign_in import client_of
from tests.unit.authority.returns.test_sign import explain
from tests.unit.authority.returns.world import built, signed

TAKE = "/returns/2025-26/1/take-out/"


def taken(cast: Cast, kind: str, who: str = "Dana") -> bytes:
    answer = client_of(cast[who], stepped_up=True).get(f"{TAKE}{kind}/")
    assert answer.status_code == 200, answer.content.decode()
    return answer.content


def test_the_json_is_the_return(cast: Cast, facts: Path) -> None:
    version = signed(cast)
    assert json.loads(taken(cast, "json")) == versions.whole(version)
    event = AuditEvent.objects.get(verb="returns.taken_out")
    assert (event.actor_name, "return_2025-26_302_version_1.json" in event.data) == ("Dana", True)


def test_the_publication_passes_our_screener(cast: Cast, facts: Path) -> None:
    signed(cast)
    data, meta = (read_csv(taken(cast, kind).decode()) for kind in ("csv", "meta"))
    assert screen(data, meta) == []
    row = dict(zip(data[0], data[1], strict=True))
    assert (row["old_la_code"], row["new_la_code"]) == ("302", "E09000003")
    assert (row["la_name"], row["region_name"]) == ("Barnet", "Outer London")


def test_small_numbers_do_not_leave(cast: Cast, facts: Path) -> None:
    signed(cast)
    data = read_csv(taken(cast, "csv").decode())
    counts = {row[data[0].index("count")] for row in data[1:]}
    assert "c" in counts
    assert not counts & {"1", "2", "3", "4", "5"}


def test_an_authority_that_england_does_not_know_is_refused_in_words(
    cast: Cast, facts: Path
) -> None:
    describe(code="999", name="Nowhere", asking_began_on=None, **SYSTEM)
    built(cast)
    answer = client_of(cast["Dana"], stepped_up=True).get(f"{TAKE}csv/")
    assert answer.status_code == 409
    assert "No authority of England has the code" in answer.content.decode()


def test_the_153_authorities_are_there() -> None:
    assert len(areas()) == 153
    assert all(all(area) for area in areas().values())
    assert len({area.new_code for area in areas().values()}) == 153


def structure(document: pikepdf.Pdf) -> set[str]:
    """Return the names of all tags in the document's structure."""
    found: set[str] = set()
    todo = [document.Root.StructTreeRoot]
    while todo:
        node = todo.pop()
        if isinstance(node, pikepdf.Array):
            todo += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.add(str(node.S))
            if "/K" in node:
                todo.append(node.K)
    return found


def test_the_pdf_is_tagged_and_says_what_it_is(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    explain(cast, draft, "Two teams moved system in May.")
    with pikepdf.open(io.BytesIO(taken(cast, "pdf"))) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang).lower() == "en-gb"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "Return for 2025-26" in metadata["dc:title"]
        assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/P"} <= structure(document)
        assert "/CreationDate" not in document.docinfo


def test_the_pdf_is_the_same_bytes_each_time(cast: Cast, facts: Path) -> None:
    version = signed(cast)
    first = pdf.make(version, said(version))
    assert first == pdf.make(version, said(version))


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://169.254.169.254/", "data:text/css,x", "heard:../x"]
)
def test_a_pdf_fetches_nothing_but_our_fonts(address: str) -> None:
    with pytest.raises(ValueError, match="fetches nothing"):
        paper.fetcher().fetch(address)


def test_a_machine_without_the_library_says_what_to_install(
    cast: Cast, facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    version = built(cast)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(files.CannotMake, match="apt-get install libpango"):
        files.make(version, "pdf", said(version))


def test_who_may_not_take_it_out_cannot(cast: Cast, facts: Path) -> None:
    built(cast)
    assert client_of(cast["Priya"], stepped_up=True).get(f"{TAKE}json/").status_code == 404
