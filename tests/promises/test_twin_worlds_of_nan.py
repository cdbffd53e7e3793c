"""Two worlds that differ in one hidden thing that Maya said answer Nan alike, to the byte.

At the family door with her links, whatever became of them, and on a tablet that went from Maya's
hands to hers. Staff pages to somebody without an account: the visitor of test_twin_worlds.py.
"""

import functools
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from heard.child.feedback.family import presenters
from heard.child.feedback.models import Form
from heard.child.feedback.operations import call_someone
from heard.child.voice import operations as voice
from heard.child.voice.models import Said
from heard.child.voice.operations import SafeCheck
from heard.kernel.ids import uuid7
from tests.cast import SYSTEM, TODAY, Cast
from tests.promises.nans_walk import (
    OTHER,
    ask_at_the_door,
    ask_on_the_tablet,
    lent_together,
    nans_links,
)
from tests.promises.test_twin_worlds import HIDDEN, WORDS, maya_says, nothing
from tests.promises.twin_worlds import MOMENT, Asked, differences, prepared, without_chance
from tests.unit.child.feedback.made import given, handed_in, offered

pytestmark = pytest.mark.django_db


def door(hidden: Callable[[Cast], object]) -> list[Asked]:
    """Return all that Nan can ask at the door in one world."""
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        without_chance(patch)
        cast, _ = prepared()
        links = nans_links(cast)
        hidden(cast)
        asked = list(ask_at_the_door(links, HIDDEN))
        transaction.set_rollback(True)
    return asked


@functools.cache
def silent() -> list[Asked]:
    """The world in which Maya keeps it to herself."""
    return door(nothing)


def fills_in(cast: Cast) -> None:
    """Maya hands in a form of her own, and needs someone soon."""
    form = offered(cast)
    call_someone(form=form.pk, id=uuid7(), words=WORDS, **SYSTEM)
    handed_in(cast, form, given("2", 1, WORDS))


def is_asked_beside_priya(cast: Cast) -> None:
    """Maya opened a link of her own beside Priya, of the number that Nan guesses."""
    said = maya_says(cast, WORDS)
    who: dict[str, Any] = {"said": said.pk, "staff": cast["Priya"].pk, "on": TODAY, **SYSTEM}
    voice.answer(possible=True, words="The light stays on", **who)
    voice.tell(words="At bedtime", **who)
    by: dict[str, Any] = {"by": SYSTEM["by"], "at": MOMENT}
    code = voice.make_link(
        id=HIDDEN, purpose="told", subject=said.pk, child=said.child_id, adult=None,
        check=SafeCheck("with_worker", "Beside me"), made_by=cast["Priya"].pk, **by,
    )  # fmt: skip
    voice.open_link(code=code, cookie=OTHER, **by)


SECRETS: dict[str, Callable[[Cast], object]] = {
    "said in the car": lambda cast: maya_says(cast, WORDS),
    "in a form of her own": fills_in,
    "asked beside Priya": is_asked_beside_priya,
}


@pytest.mark.parametrize("secret", SECRETS)
def test_nan_does_not_notice_at_the_door_that_maya_said_something(secret: str) -> None:
    kept = silent()
    assert len(kept) > 1000
    assert {one.status for one in kept} == {200, 302, 404, 405, 409, 422, 429}
    assert differences(kept, door(SECRETS[secret])) == []


def test_the_walk_notices_a_page_that_tells_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: one word more where Maya said more, and every page of the door is found out."""
    whole = presenters.page

    def telling(look: str, **more: Any) -> dict[str, Any]:
        return whole("child" if Said.objects.filter(pk=HIDDEN).exists() else look, **more)

    monkeypatch.setattr(presenters, "page", telling)
    kept, told = silent(), door(SECRETS["said in the car"])
    noticed = {line.split(": ")[0].removeprefix("Nan ") for line in differences(kept, told)}
    assert noticed == {one.request.split(": ")[0] for one in kept}
    assert any(b"She cries on Sundays." in one.body for one in kept)  # her own words are in reach


def tablet(**changed: Any) -> list[Asked]:
    """Return all that the holder of the tablet can ask when Maya has handed in her form."""
    score, words = changed.pop("score", 3), changed.pop("words", "sort of")
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        without_chance(patch)
        cast, _ = prepared()
        forms = lent_together(cast)

        def then() -> None:
            maya = Form.objects.get(pk=forms[0])
            handed_in(cast, maya, given("2", score, words), **changed)

        asked = list(ask_on_the_tablet(cast, forms, then))
        transaction.set_rollback(True)
    return asked


HIDDEN_IN_A_FORM: dict[str, dict[str, Any]] = {
    "words": {"words": WORDS},
    "a face": {"score": 1},
    "somebody else": {"share_when": "someone_else", "rather": "manager"},
}


@pytest.mark.parametrize("hidden", HIDDEN_IN_A_FORM)
def test_nan_does_not_notice_it_on_the_tablet_that_maya_had(hidden: str) -> None:
    asked = tablet()
    assert any(b"Thank you, Maya" in one.body for one in asked)
    assert differences(asked, tablet(**HIDDEN_IN_A_FORM[hidden])) == []
