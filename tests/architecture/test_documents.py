"""Documents that cannot rot: every link and picture leads somewhere, every command exists."""

import re
from pathlib import Path

import pytest

from heard.cli.main import names

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text()) if not (page.parent / link).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_command_exists(page: Path) -> None:
    said = set(re.findall(r"`?\bheard ([a-z]+)\b(?: |`|$)", " ".join(commands(page.read_text()))))
    assert said <= set(names())


def commands(text: str) -> list[str]:
    """Return what stands as code: between backticks, or in a block."""
    blocks = re.findall(r"```[a-z]*\n(.*?)```", text, re.S)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
    return [line for block in blocks for line in block.splitlines()] + inline


def test_decisions_have_unique_numbers_and_fit_a_page() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    numbers = [p.name[:4] for p in decisions]
    assert len(numbers) == len(set(numbers))
    assert not [p.name for p in decisions if len(p.read_text().splitlines()) > 60]
