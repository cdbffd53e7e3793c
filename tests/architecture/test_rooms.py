"""The rooms of house.md: who may import whom inside an app, walked over every file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ORDER = [
    "rules", "models", "permissions", "queries", "counts", "facts", "intake", "operations",
    "forms", "presenters", "views", "urls",
]  # fmt: skip
APPS = sorted(
    path
    for level in ("foundations", "child", "authority", "edges")
    for path in (ROOT / "heard" / level).iterdir()
    if (path / "apps.py").exists()
)


def files(app: Path, room: str) -> list[Path]:
    one, folder = app / f"{room}.py", app / room
    return [one] if one.exists() else sorted(folder.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Yield every module imported when the program runs; names for the type checker alone pass."""
    tree = ast.parse(path.read_text())
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("app", APPS, ids=lambda p: p.name)
def test_rooms_import_from_right_to_left(app: Path) -> None:
    package = ".".join(app.relative_to(ROOT).parts)
    wrong = [
        f"{path.relative_to(ROOT)} imports {package}.{later}"
        for place, room in enumerate(ORDER)
        for path in files(app, room)
        for name in set(imports(path))
        for later in ORDER[place + 1 :]
        if name == f"{package}.{later}" or name.startswith(f"{package}.{later}.")
    ]
    assert not wrong


@pytest.mark.parametrize("app", APPS, ids=lambda p: p.name)
def test_views_do_not_import_models(app: Path) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files(app, "views")
        for name in imports(path)
        if ".models" in name and name.startswith("heard.")
    ]
    assert not wrong


def test_no_model_is_named_by_a_string_across_apps() -> None:
    """ForeignKey("app.Model") is an import that the contracts cannot see."""
    wrong = []
    for path in (ROOT / "heard").rglob("models.py"):
        app = path.parent.name
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {
                "ForeignKey", "OneToOneField", "ManyToManyField", "get_model",
            }:  # fmt: skip
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and not str(first.value).startswith(f"{app}."):
                    wrong.append(f"{path.relative_to(ROOT)}: {first.value}")
    assert not wrong
