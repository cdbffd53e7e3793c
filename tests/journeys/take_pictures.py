"""Take the pictures of the guides again: `make pictures`.

The journeys take them while they try the pages; those that a guide shows are kept, no others.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

GUIDES = Path(__file__).parents[2] / "docs" / "guides"
SHOWN = re.compile(r"\(pictures/([\w-]+\.png)\)")


def shown() -> set[str]:
    """Return the names of the pictures that the guides show."""
    return {name for page in GUIDES.glob("*.md") for name in SHOWN.findall(page.read_text())}


def main() -> int:
    """Run the journeys, keep the pictures that are shown, and say which were not taken."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pytest", "-q", "tests/journeys", "-m", "browser"]
        command += ["-n", "2", "--dist", "loadfile"]
        settings = {"HEARD_PICTURES": folder, "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
        tried = subprocess.run(command, env={**os.environ, **settings}, check=False)
        taken = {path.name: path for path in Path(folder).glob("*.png")}
        kept = GUIDES / "pictures"
        kept.mkdir(exist_ok=True)
        for old in kept.glob("*.png"):
            old.unlink()
        for name in shown() & set(taken):
            shutil.copy(taken[name], kept / name)
    missing = sorted(shown() - set(taken))
    if missing:
        sys.stderr.write(f"No journey takes: {', '.join(missing)}\n")
    return 1 if missing or tried.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
