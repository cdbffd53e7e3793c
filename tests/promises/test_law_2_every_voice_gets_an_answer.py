"""Law 2: nothing is collected without a place where the answer is recorded and the person told."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model

from heard.child.people import operations as people
from heard.child.voice.models import WAYS, Said
from heard.child.voice.tasks import unopened_to_manager
from heard.foundations.reminders.models import Alert
from heard.kernel.loop import MOVES, ONGOING, State, moves_from
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.promises.test_law_4_own_words import own_words
from tests.unit.child.voice.made import said

# Words that are kept for somebody to act on without an answer of their own, and why.
NOT_SAID = {
    "Handover.know": "what my new worker should know: it stands first on the new worker's page",
    "Form.declined_reason": "why somebody would rather not be asked: that is theirs to give",
}


def leads_to_said(model: type[Model], seen: frozenset[type[Model]] = frozenset()) -> bool:
    """Say whether rows of a model belong to something said, which has a loop."""
    if model is Said:
        return True
    links = (f.related_model for f in model._meta.concrete_fields if isinstance(f, ForeignKey))
    nearer = [m for m in links if isinstance(m, type) and m not in seen and m is not model]
    return any(leads_to_said(m, seen | {model}) for m in nearer)


def test_every_field_of_own_words_belongs_to_a_loop() -> None:
    outside = [
        f"{model.__name__}.{field}" for model, field in own_words() if not leads_to_said(model)
    ]
    assert set(outside) <= set(NOT_SAID)
    assert apps.get_model("feedback", "Answer") in {model for model, _ in own_words()}


def test_from_every_state_that_is_open_somebody_can_move_on() -> None:
    for state in ONGOING:
        assert [m for m in moves_from(state) if m.name not in {"withdrawn", "left"}], state
    assert {MOVES["told_yes"].by, MOVES["told_not_yet"].by} == {"the person"}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_the_way_it_has_a_holder_a_day_and_an_open_loop(cast: Cast, way: str) -> None:
    row = said(cast, way=way)
    assert (row.state, row.holder) == (State.OPEN, cast.workers["Priya"])
    assert TODAY < row.answer_by <= TODAY + timedelta(days=30)
    assert row.steps.get().move == "said"


def test_without_a_worker_every_manager_is_told(cast: Cast) -> None:
    people.end_allocation(child=cast.children["Maya"].pk, on=TODAY - timedelta(days=1), **SYSTEM)
    row = said(cast, by="")
    assert row.holder is None
    assert set(Alert.objects.values_list("staff__name", flat=True)) == {"Ruth"}


def test_what_nobody_opens_does_not_lie_there(cast: Cast) -> None:
    said(cast, by="", audience="named", named=(cast["Dev"].pk,))
    unopened_to_manager(NOON + timedelta(days=2))
    assert Alert.objects.filter(kind="unopened", staff=cast["Ruth"]).exists()
