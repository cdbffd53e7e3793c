"""A page as a PDF that a screen reader can read (PDF/UA-1), the same bytes each time."""

from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

FONTS = {
    f"{part}-{weight}": f"heard/fonts/atkinson-hyperlegible-next-{part}-{weight}-normal.woff2"
    for part in ("latin", "latin-ext")
    for weight in (400, 700)
}
INSTALL = (
    "The PDF needs the Pango library, which this machine does not have. On Debian or Ubuntu: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0."
)


class Missing(Exception):
    """This machine lacks what a PDF needs; the message says what to install."""


def make(page: str, *, style: Path, identifier: bytes) -> bytes:
    """Return a page (HTML) as PDF, in a style (CSS). Missing when this machine cannot make one.

    Nothing is fetched from anywhere: the only things that a page may use are our own fonts. The
    same page, style and identifier give the same bytes.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as absent:
        raise Missing(INSTALL) from absent
    locked, fonts = fetcher(), FontConfiguration()
    sheet = CSS(string=stylesheet(style), font_config=fonts, url_fetcher=locked)
    document = HTML(string=page, base_url=None, url_fetcher=locked)
    content = document.write_pdf(
        stylesheets=[sheet],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        pdf_identifier=identifier,
    )
    return bytes(content)


def stylesheet(style: Path) -> str:
    """Return a style, with those of our fonts that are built."""
    faces = [
        f'@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: {name[-3:]}; '
        f'src: url("heard:{name}"); }}'
        for name in FONTS
        if font_file(name)
    ]
    return "\n".join([*faces, style.read_text(encoding="utf-8")])


def font_file(name: str) -> Path | None:
    """Return the file of one of our fonts, or None where the look has not been built."""
    found = finders.find(FONTS[name]) if name in FONTS else None
    return Path(str(found)) if found else None


def fetcher() -> Any:
    """Return a fetcher that opens our own fonts by name, and refuses every other address."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OurFontsOnly(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            scheme, _, name = url.partition(":")
            path = font_file(name) if scheme == "heard" else None
            if path is None:
                raise ValueError(f"A PDF of Heard fetches nothing: {url}")
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/woff2"})

    return OurFontsOnly()
