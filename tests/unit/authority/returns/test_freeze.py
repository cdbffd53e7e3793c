"""What is signed never changes, and is built again from its own facts to the last byte."""

from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from heard.authority.returns.models import ReturnFact, ReturnNote
from heard.authority.returns.queries import versions
from heard.foundations.audit.guard import writing_allowed
from tests.cast import Cast
from tests.unit.authority.returns.world import (
    built,
    recode,
    refused_by_the_database,
    signed,
)

PARTS = ["returnfact", "factgroup", "returncheck", "checkrecord", "acceptederror"]
CHANGE = {
    "returnfact": "counted = 'yes'", "factgroup": "size = 1", "returncheck": "count = 0",
    "checkrecord": "ref = 'x'", "acceptederror": "reason = 'x'",
}  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_the_database_lets_nobody_change_a_part(cast: Cast, facts: Path, part: str) -> None:
    signed(cast)
    for sql in (f"UPDATE returns_{part} SET {CHANGE[part]}", f"DELETE FROM returns_{part}"):
        answer = refused_by_the_database(sql)
        assert "frozen" in answer or "kept" in answer, sql


def test_the_database_lets_nobody_change_the_version(cast: Cast, facts: Path) -> None:
    signed(cast)
    for sql in (
        "UPDATE returns_returnversion SET items = '{}'",
        "UPDATE returns_returnversion SET state = 'draft', signed_at = NULL, signed_by_name = ''",
        "DELETE FROM returns_returnversion",
    ):
        assert "frozen" in refused_by_the_database(sql), sql


def test_the_database_lets_nobody_add_a_fact(cast: Cast, facts: Path) -> None:
    version = signed(cast)
    row = ReturnFact.objects.filter(version=version).order_by("position").last()
    assert row is not None
    extra = ReturnFact(**{f: getattr(row, f) for f in ("item", "line", "ref", "child", "counted")})
    extra.version, extra.position, extra.rule = version, row.position + 1, row.rule
    with writing_allowed("test"), pytest.raises(DatabaseError), transaction.atomic():
        extra.save(force_insert=True)
    assert not ReturnFact.objects.filter(version=version, position=row.position + 1).exists()


def test_notes_are_never_changed_even_in_a_draft(cast: Cast, facts: Path) -> None:
    from tests.unit.authority.returns.test_sign import explain

    explain(cast, built(cast))
    for sql in ("UPDATE returns_returnnote SET text = 'x'", "DELETE FROM returns_returnnote"):
        assert "kept" in refused_by_the_database(sql)
    assert ReturnNote.objects.get().text != "x"


def test_a_draft_may_be_built_again_and_again(cast: Cast, facts: Path) -> None:
    first = built(cast)
    recode("PN6")
    assert built(cast).content_hash != first.content_hash


def test_a_frozen_return_is_rebuilt_to_the_same_bytes(cast: Cast, facts: Path) -> None:
    version = signed(cast)
    before = (version.items.encode(), version.content_hash)
    recode("PN6")
    again, content_hash = versions.rebuild(version)
    assert (again.encode(), content_hash) == before
    version.refresh_from_db()
    assert (version.items.encode(), version.content_hash) == before
