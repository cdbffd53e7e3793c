"""Write docs/reference, or with --check say which pages are stale (exit status 1)."""

import os
import sys
from pathlib import Path

import django

FOLDER = Path(__file__).parents[3] / "docs" / "reference"
MADE = "<!-- Made from the code by `make reference`. Do not edit. -->\n\n"


def main(arguments: list[str]) -> int:
    """Write or check each page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.config.settings.base")
    django.setup()
    from heard.config.reference.pages import PAGES

    FOLDER.mkdir(parents=True, exist_ok=True)
    stale = []
    for name, page in PAGES.items():
        path, text = FOLDER / f"{name}.md", MADE + page()
        if not path.exists() or path.read_text() != text:
            stale.append(path.name)
            if "--check" not in arguments:
                path.write_text(text)
    known = {f"{name}.md" for name in PAGES}
    stale += [p.name for p in FOLDER.glob("*.md") if p.name not in known]
    if "--check" in arguments and stale:
        sys.stderr.write(f"Stale in docs/reference: {', '.join(stale)}. Run: make reference\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
