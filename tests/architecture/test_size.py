"""Budgets of size (house.md): exceptions stand in one list with a reason."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILE, FUNCTION, TEMPLATE, TEST = 400, 50, 150, 60
EXCEPTIONS: dict[str, str] = {}


def python(*folders: str) -> list[Path]:
    found = (p for folder in folders for p in (ROOT / folder).rglob("*.py"))
    return [p for p in found if "migrations" not in p.parts and "node_modules" not in p.parts]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_passes_its_budget() -> None:
    long = {
        named(p): n
        for p in python("heard", "demo", "tests", "bench")
        if (n := len(p.read_text().splitlines())) > FILE and named(p) not in EXCEPTIONS
    }
    assert not long


def test_no_function_passes_its_budget() -> None:
    long = []
    for path in python("heard", "demo", "bench", "tests"):
        limit = TEST if path.parts[len(ROOT.parts)] == "tests" else FUNCTION
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > limit:
                    long.append(f"{named(path)}:{node.name} {lines}")
    assert not long


def test_no_template_passes_its_budget() -> None:
    templates = [p for p in (ROOT / "heard").rglob("*.html") if "node_modules" not in p.parts]
    long = {named(p): n for p in templates if (n := len(p.read_text().splitlines())) > TEMPLATE}
    assert templates
    assert not long
