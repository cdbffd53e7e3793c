"""Law 1: nothing said is lost. What the server took is there; what it refuses, stays on the page.

`tests/contracts/test_killed_answers.py` kills the server while people answer; `tests/journeys`
sends every form five times.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from heard.child.feedback.models import Answer
from heard.child.feedback.operations import Given, Offer, keep_answer, offer_form
from heard.child.voice.models import Said
from heard.kernel.ids import uuid7
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.voice.made import said

TYPED = "She said: ‘I want to see my cousins’ – and <b>nobody</b> asked 😀 {{7*7}}"
SHOWN = "nobody&lt;/b&gt; asked"
pytestmark = pytest.mark.django_db


def an_offer(cast: Cast) -> Offer:
    return Offer(
        child=cast.children["Maya"].pk, kind="child", key="child", version=1, language="en-GB",
        variant="a", plan="CIN", asked_by=cast.workers["Priya"].pk, asked_as="worker",
        asked_on=TODAY, how="alone",
    )  # fmt: skip


def test_what_was_taken_is_there_once_and_to_the_letter(cast: Cast) -> None:
    form, key = uuid7(), uuid7()
    offer_form(id=form, offer=an_offer(cast), **SYSTEM)
    given = Given(id=key, question="1", state="answered", happened_at=NOON, score=3, words=TYPED)
    for _ in range(5):
        keep_answer(form=form, given=given, typed_by=None, **SYSTEM)
    assert list(Answer.objects.values_list("pk", "words")) == [(key, TYPED)]


def test_a_changed_answer_stands_beside_the_first(cast: Cast) -> None:
    form = uuid7()
    offer_form(id=form, offer=an_offer(cast), **SYSTEM)
    for words in ("first", "second"):
        given = Given(id=uuid7(), question="1", state="answered", happened_at=NOON, words=words)
        keep_answer(form=form, given=given, typed_by=None, **SYSTEM)
    kept = Answer.objects.order_by("number").values_list("number", "words")
    assert list(kept) == [(1, "first"), (2, "second")]


def pages(cast: Cast) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield pages where people type words: address, the field, and what makes the page refuse."""
    child, thing = cast.children["Maya"].pk, said(cast).pk
    nothing = {"day_0": "31", "day_1": "2", "day_2": "2026", "on_0": "99"}
    yield f"/children/{child}/say/", "words", {**nothing, "way": "by owl"}
    yield f"/said/{thing}/talk/", "learned", {**nothing, "about": ""}
    yield f"/said/{thing}/pass-on/", "words", {**nothing, "to": "nobody"}
    yield f"/said/{thing}/answer/", "words", {**nothing, "possible": "perhaps"}


def test_what_was_typed_stands_on_the_page_when_something_is_wrong(cast: Cast) -> None:
    client = client_of(cast["Priya"])
    before = Said.objects.count() + 1
    for address, name, wrong in pages(cast):
        answer = client.post(address, {**wrong, name: TYPED})
        assert answer.status_code == 422, address
        assert SHOWN in answer.content.decode(), address
    assert Said.objects.count() == before
