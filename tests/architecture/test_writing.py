"""What the repository says about where it was made: nothing."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORK, REGISTRY = "/wo" + "rk/", "files.python" + "hosted|registry.npm" + "js|pypi.o" + "rg/simple"
FORBIDDEN = re.compile(f"{WORK}(?:main|shared)|/ro" + f"ot/|{REGISTRY}")


def test_no_file_names_a_machine_or_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    wrong = []
    for name in filter(None, listed):
        path = ROOT / name
        if path.suffix in {".png", ".woff2", ".ico"} or not path.is_file():
            continue
        if FORBIDDEN.search(path.read_text(errors="replace")):
            wrong.append(name)
    assert not wrong


def test_every_dependency_says_why() -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    wanted = [n for n, line in enumerate(lines) if re.match(r'  "[A-Za-z].*[<>=]', line)]
    assert wanted
    unexplained = [lines[n] for n in wanted if not _explained(lines, n)]
    assert not unexplained


def _explained(lines: list[str], number: int) -> bool:
    """A comment may stand above a few dependencies that belong together."""
    above = lines[max(0, number - 3) : number]
    return any(line.strip().startswith("#") for line in above)
