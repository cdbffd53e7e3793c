"""An authority's own wordings are added and withdrawn; none ever changes, and none takes ours."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from heard.child.feedback.definitions import DefinitionWrong, definition, for_kind
from heard.child.feedback.definitions.checking import WordingRefused
from heard.child.feedback.models import OwnWording
from heard.child.feedback.operations import add_wording, withdraw_wording
from heard.child.feedback.queries.wordings import next_version
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.models import AuditEvent
from heard.kernel.ids import uuid7
from tests.cast import NOON, Cast
from tests.unit.child.feedback.wordings.made import added, content, translated

LATER = NOON + timedelta(days=1)


def offered(kind: str = "child") -> set[tuple[str, int]]:
    return {(d.language, d.version) for d in for_kind(kind)}


def withdrawn(cast: Cast, row: OwnWording) -> OwnWording:
    return withdraw_wording(id=row.pk, by=cast["Kit"].actor, at=LATER)


def test_another_language_stands_beside_ours(cast: Cast) -> None:
    row = added(cast, translated("child", "Sut", "cy"))
    assert offered() == {("en-GB", 1), ("cy", 101)}
    assert definition("child", 101, "cy").title == "Sut How is it going?"
    assert definition("child", 1, "en-GB").title == "How is it going?"
    assert offered("adult") == {("en-GB", 1)}
    event = AuditEvent.objects.get(verb="feedback.wording_added")
    assert (event.subject_id, json.loads(event.data)["language"]) == (str(row.pk), "cy")


def test_other_words_in_english_are_offered_instead_of_ours_until_they_are_withdrawn(
    cast: Cast,
) -> None:
    first = added(cast, content(language="en-GB", title="Yours"))
    second = added(cast, content(language="en-GB", title="Ours", version=102))
    assert offered() == {("en-GB", 102)}
    withdrawn(cast, second)
    assert offered() == {("en-GB", 101)}
    withdrawn(cast, first)
    assert offered() == {("en-GB", 1)}
    titles = [definition("child", version, "en-GB").title for version in (1, 101, 102)]
    assert titles == ["How is it going?", "Yours", "Ours"]


def test_the_same_again_changes_nothing(cast: Cast) -> None:
    id, who = uuid7(), {"added_by": cast["Kit"].pk, "by": cast["Kit"].actor, "at": NOON}
    for _ in range(2):
        add_wording(id=id, content=content(), **who)
    row = OwnWording.objects.get()
    first = withdrawn(cast, row).withdrawn_at
    again = withdraw_wording(id=row.pk, by=cast["Kit"].actor, at=LATER + timedelta(days=1))
    assert first == again.withdrawn_at == LATER


def test_a_version_is_higher_than_the_last_of_its_form_and_language(cast: Cast) -> None:
    added(cast, content(version=105))
    for version in (101, 105):
        with pytest.raises(WordingRefused, match="The last version of this form in Welsh is 105"):
            added(cast, content(version=version))
    assert next_version("child", "cy") == 106
    assert next_version("child", "so") == next_version("adult", "cy") == 101
    withdrawn(cast, added(cast, content(version=106)))
    assert next_version("child", "cy") == 107, "a withdrawn one keeps its number"


def test_two_who_add_the_same_version_at_once_have_one(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second looked before the first had written: the database itself refuses it."""
    added(cast)
    monkeypatch.setattr("heard.child.feedback.operations.wordings.next_version", lambda *_: 101)
    with pytest.raises(WordingRefused):
        added(cast)
    assert OwnWording.objects.count() == 1


def test_what_is_refused_is_not_kept(cast: Cast) -> None:
    with pytest.raises(WordingRefused, match="curly brackets"):
        added(cast, content(title="{"))
    assert not OwnWording.objects.exists()


def test_a_wording_that_is_not_there_says_what_to_do(cast: Cast) -> None:
    with pytest.raises(DefinitionWrong, match="restore a backup"):
        definition("child", 101, "cy")


CHANGES: list[dict[str, Any]] = [
    {"content": {}}, {"version": 102}, {"language": "so"}, {"key": "adult", "kind": "adult"},
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda c: next(iter(c)))
def test_the_database_refuses_to_change_a_wording(cast: Cast, change: dict[str, Any]) -> None:
    row = added(cast)
    with pytest.raises(DatabaseError), transaction.atomic(), writing_allowed("test"):
        OwnWording.objects.filter(pk=row.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic(), writing_allowed("test"):
        OwnWording.objects.filter(pk=row.pk)._raw_delete("default")
    assert definition("child", 101, "cy").title == "Sut mae’n mynd?"


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"version": 1}, "own_wording_takes_none_of_ours"),
    ({"version": 100}, "own_wording_takes_none_of_ours"),
    ({"kind": "dog", "key": "dog"}, "own_wording_kind_known"),
    ({"key": "adult"}, "own_wording_key_of_kind"),
    ({"language": ""}, "own_wording_has_a_language"),
    ({"withdrawn_at": NOON - timedelta(days=1)}, "own_wording_withdrawn_later"),
]


@pytest.mark.parametrize("changed, constraint", BROKEN, ids=lambda value: str(value)[:30])
def test_the_database_holds_the_rules(cast: Cast, changed: dict[str, Any], constraint: str) -> None:
    row: dict[str, Any] = {
        "key": "child", "kind": "child", "version": 101, "language": "cy", "content": content(),
        "added_by": cast["Kit"], "added_at": NOON,
    }  # fmt: skip
    with (
        pytest.raises(IntegrityError, match=constraint),
        transaction.atomic(),
        writing_allowed("test"),
    ):
        OwnWording.objects.create(**row | changed)
