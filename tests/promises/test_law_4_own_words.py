"""Law 4: what was said is kept word for word; the database itself refuses to change it."""

from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.forms import Field, Form, Textarea

from heard.config.doors import family
from heard.config.reference.doors import pages_of
from heard.foundations.access.classified import Classified
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.kept import kept
from tests.promises.test_classified import declared

OWN = "own words"
# What somebody who works here writes under their own name.
OF_STAFF = {
    "AnswerForm.reason", "AuthoriseForm.why", "BringForm.about", "CallOffForm.why",
    "ChairForm.why_not", "CopyForm.why", "DecideForm.reason", "DescribeForm.communication",
    "EndForm.why", "EndingLinkForm.words", "FamilyForm.children", "HastyForm.words",
    "LinkForm.words", "ReaderForm.reason", "ReasonForm.reason", "RestrictForm.reason",
}  # fmt: skip
ODD = (
    "  two spaces,\ttabs\r\nand lines\n",
    "<script>x</script> {{7*7}} ${jndi:x} %n%s ' \" \\",
    "\u202eright to left\u202c \u0644\u064a\u0644\u0649 \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "cafe\u0301 is not caf\u00e9",
)


def own_words() -> list[tuple[type[Model], str]]:
    """Every field that holds the person's own words, by its classification."""
    found = []
    for model in apps.get_models():
        if not model.__module__.startswith("heard."):
            continue
        said: dict[str, Classified] = declared(model)
        for field in model._meta.concrete_fields:
            what = said.get(f"{model.__name__}.{field.name}")
            if what and OWN in what.what:
                found.append((model, field.name))
    return found


def test_every_field_of_own_words_is_kept_by_the_database() -> None:
    assert ("Said", "words") in {(m.__name__, f) for m, f in own_words()}
    missing = [
        f"{model.__name__}.{field}"
        for model, field in own_words()
        if model not in kept() or (kept()[model] and field not in kept()[model])
    ]
    assert not missing


def boxes() -> list[tuple[str, Field]]:
    """Every box for words of every form about a child, by the name of its form."""
    assert pages_of("heard.config.doors.staff")  # every form of both doors is read now
    assert pages_of(family.URLS)
    found: dict[str, Field] = {}
    waiting = list(Form.__subclasses__())
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        if form.__module__.startswith("heard.child."):
            fields = form.base_fields.items()
            found |= {
                f"{form.__name__}.{n}": f for n, f in fields if isinstance(f.widget, Textarea)
            }
    return sorted(found.items())


@pytest.mark.parametrize("words", ODD)
def test_no_box_for_words_changes_what_was_typed(words: str) -> None:
    """Walks every form: but for line ends, which every browser sends in its own way."""
    assert {"SaidForm.words", "TalkForm.learned"} <= {name for name, _ in boxes()}
    typed = words.replace("\r\n", "\n")
    changed = {name: box.clean(words) for name, box in boxes() if name not in OF_STAFF}
    assert not [n for n, c in changed.items() if c.replace("\r\n", "\n") != typed]


@pytest.mark.django_db
@pytest.mark.parametrize("model", kept(), ids=lambda m: m.__name__)
def test_the_trigger_stands(model: type[Model]) -> None:
    names = (
        "SELECT tgname FROM pg_trigger"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(names)
        found = {name for (name,) in cursor.fetchall()}
    assert {f"{model._meta.db_table}_kept_{event}" for event in "ud"} <= found


@pytest.mark.parametrize("words", ODD)
def test_words_come_back_as_they_were_said_and_cannot_be_changed(cast: Any, words: str) -> None:
    from tests.unit.child.voice.made import said

    row = said(cast, words=words)
    row.refresh_from_db()
    assert row.words == words
    for change in ({"words": "something nicer"}, {"happened_on": "2020-01-01"}):
        with pytest.raises(DatabaseError), transaction.atomic(), writing_allowed("test"):
            type(row).objects.filter(pk=row.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic(), writing_allowed("test"):
        row.steps.all()._raw_delete("default")
    row.refresh_from_db()
    assert row.words == words
