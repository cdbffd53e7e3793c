"""The content security policy allows nothing inline: no template may try."""

import re
from pathlib import Path

import pytest
from django.test import Client

import heard

ROOT = Path(heard.__file__).parent
TEMPLATES = sorted(
    path for folder in ("jinja2", "templates") for path in ROOT.rglob(f"{folder}/**/*.html")
)
INLINE = {
    "style attribute": r"<[^>]*\sstyle\s*=",
    "style element": r"<style\b",
    "event attribute": r"<[^>]*\son[a-z]+\s*=",
    "inline script": r"<script\b(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")",
    "script address": r"(href|src|action)\s*=\s*[\"']?\s*javascript:",
    "htmx event attribute": r"<[^>]*\s(data-)?hx-on",
}


def inline(text: str) -> list[str]:
    bare = re.sub(r"{#.*?#}", "", text, flags=re.DOTALL)
    return [name for name, shape in INLINE.items() if re.search(shape, bare, re.IGNORECASE)]


def test_the_search_finds_what_it_looks_for() -> None:
    assert inline('<p style="x"><style></style><a onclick="y" href="javascript:z">') == [
        "style attribute",
        "style element",
        "event attribute",
        "script address",
    ]
    assert inline("<script>x</script>") == ["inline script"]
    assert inline('<script type="application/json">{}</script><script src="x"></script>') == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_has_nothing_inline(path: Path) -> None:
    assert inline(path.read_text()) == []


@pytest.mark.parametrize("look", ["staff", "child", "young", "family"])
@pytest.mark.urls("tests.unit.foundations.ui.door")
def test_the_gallery_shows_every_look_and_nothing_inline(client: Client, look: str) -> None:
    page = client.get("/gallery/", {"look": look})
    assert page.status_code == 200
    assert f"look-{look}" in page.content.decode()
    assert inline(page.content.decode()) == []
