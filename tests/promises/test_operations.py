"""Operations are the only way to write, each on the trail (law 7): at run time, and in the code."""

import ast
import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps

from heard.child.people.models import Child
from heard.config.reference.operations import every_operation
from heard.foundations.audit.guard import WriteOutsideOperation, guarded_tables
from heard.foundations.audit.models import AuditEvent
from heard.foundations.audit.operation import OPERATIONS, NothingRecorded, operation
from tests.cast import SYSTEM

ROOT = Path(__file__).parents[2]
# The worker's own bookkeeping (I am alive, this job ran) is about nobody and changes every minute;
# so is the note that a form was taken, whose effect has an event of its own.
BOOKKEEPING = {
    "heard/foundations/background/worker.py",
    "heard/foundations/background/schedule.py",
    "heard/foundations/access/once.py",
}
ROOMS = ("operations", "intake", "migrations", "bulk", "guard", "chain")
WRITES = {"save", "create", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}
# Not records of ours: a session, a cache entry, a stream, an archive.
OTHER = {"session.save", "request.session.save"}


def test_every_table_of_ours_is_guarded() -> None:
    ours = {m._meta.db_table for m in apps.get_models() if m.__module__.startswith("heard.")}
    assert guarded_tables() == ours


@pytest.mark.django_db
@pytest.mark.parametrize(
    "write",
    [
        lambda: Child.objects.create(authority_id="x", source="test"),
        lambda: Child.objects.update(restricted=True),
        lambda: Child.objects.filter(pk__isnull=False)._raw_delete("default"),
    ],
    ids=["create", "update", "delete"],
)
def test_the_database_refuses_writes_outside_an_operation(write: Callable[[], object]) -> None:
    with pytest.raises(WriteOutsideOperation):
        write()


def test_every_operation_takes_who_and_when_by_name_only() -> None:
    every = every_operation()
    assert len(every) > 60
    for verb, run in every.items():
        parameters = inspect.signature(inspect.unwrap(run)).parameters
        assert {"by", "at", "audit"} <= set(parameters), verb
        assert {p.kind for p in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}, verb


@pytest.mark.django_db
def test_an_operation_without_its_event_did_not_happen() -> None:
    @operation("test.silent")
    def silent(*, by, at, audit) -> None:
        Child.objects.create(authority_id="silent", source="test")

    try:
        with pytest.raises(NothingRecorded):
            silent(**SYSTEM)
    finally:
        OPERATIONS.pop("test.silent")
    assert not Child.objects.filter(authority_id="silent").exists()


@pytest.mark.django_db
def test_the_event_is_in_the_same_transaction() -> None:
    @operation("test.failing")
    def failing(*, by, at, audit) -> None:
        audit(subject=("test", "1"))
        raise ValueError("after the event")

    try:
        with pytest.raises(ValueError, match="after the event"):
            failing(**SYSTEM)
    finally:
        OPERATIONS.pop("test.failing")
    assert not AuditEvent.objects.filter(verb="test.failing").exists()


def test_no_other_room_writes() -> None:
    """Walks the code: .save(), .create() and the like stand in operations and intake only."""
    wrong = []
    for path in (ROOT / "heard").rglob("*.py"):
        name = str(path.relative_to(ROOT))
        in_room = any(room in path.parts or path.stem == room for room in ROOMS)
        if in_room or name in BOOKKEEPING:
            continue
        wrong += [f"{path.relative_to(ROOT)} {name}" for name in writes(path)]
    assert not wrong


def writes(path: Path) -> list[str]:
    calls = (n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call))
    methods = (c.func for c in calls if isinstance(c.func, ast.Attribute))
    return [
        ast.unparse(m)
        for m in methods
        if m.attr in WRITES
        and (m.attr == "save" or ".objects." in ast.unparse(m))
        and not ast.unparse(m).endswith(tuple(OTHER))
    ]
