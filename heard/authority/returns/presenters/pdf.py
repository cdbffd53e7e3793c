"""The letter as a PDF that a screen reader can read (PDF/UA-1), the same bytes each time."""

from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from heard.authority.returns.models import ReturnVersion
from heard.foundations.ui import paper

STYLE = Path(__file__).resolve().parent.parent / "data" / "letter.css"


def make(version: ReturnVersion, said: dict[str, Any]) -> bytes:
    """Return the letter of a version as PDF; paper.Missing when this machine cannot make one."""
    page = render_to_string("returns/pdf.html", {**said, "open_to": nowhere})
    return paper.make(page, style=STYLE, identifier=version.content_hash[:32].encode())


def nowhere(figure: object) -> str:
    """Open no figure: a paper has no links to facts."""
    return ""
