"""A change of worker: open promises move, each with a day; the manager alone does it."""

from datetime import timedelta
from typing import Any

import pytest

from heard.child.voice.models import Handover, Said
from heard.kernel.ids import uuid7
from tests.cast import TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.story.loops import COUSINS, day_of, maya_said

pytestmark = pytest.mark.django_db
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.HEARD_TODAY = TODAY.isoformat()


def typed(cast: Cast, to: str = "Tom", **more: Any) -> dict[str, Any]:
    return {
        "id": uuid7(), "to": cast.workers[to].pk, "why": "LEFTRL", "words": "Priya has a new job",
        "know": "I like   football.\n\nNot peas", **day_of("on", TODAY), **more,
    }  # fmt: skip


def address(cast: Cast) -> str:
    return f"/children/{cast.children['Maya'].pk}"


def test_the_promise_moves_with_its_day_and_the_new_worker_reads_it(cast: Cast) -> None:
    said, ruth = maya_said(cast), client_of(cast["Ruth"])
    form = typed(cast, **day_of(f"due_{said.pk}", NEXT_WEEK))
    assert ruth.post(f"{address(cast)}/new-worker/", form).status_code == 302
    moved = Said.objects.get(pk=said.pk)
    assert (moved.holder, moved.answer_by) == (cast.workers["Tom"], NEXT_WEEK)
    page = client_of(cast["Tom"]).get(f"{address(cast)}/handover/").content.decode()
    assert COUSINS in page
    assert "30 November 2026" in page
    assert "Not peas" in page
    assert Handover.objects.get().know == "I like   football.\n\nNot peas"


def test_the_same_form_again_changes_nothing(cast: Cast) -> None:
    maya_said(cast)
    ruth, form = client_of(cast["Ruth"]), typed(cast)
    said = Said.objects.get()
    form |= day_of(f"due_{said.pk}", NEXT_WEEK)
    for _ in range(3):
        ruth.post(f"{address(cast)}/new-worker/", form)
    assert Handover.objects.count() == 1


def test_to_another_team_goes_out_of_the_managers_sight(cast: Cast) -> None:
    ruth = client_of(cast["Ruth"])
    answer = ruth.post(f"{address(cast)}/new-worker/", typed(cast, to="Sam"))
    assert answer.status_code == 302
    assert answer["Location"] == "/children/"
    assert client_of(cast["Sam"]).get(f"{address(cast)}/handover/").status_code == 200


@pytest.mark.parametrize("name", ["Priya", "Tom", "Ivor", "Dana", "Olu", "Sam", "Kit", "Dev"])
def test_nobody_but_the_manager_changes_a_worker(cast: Cast, name: str) -> None:
    answer = client_of(cast[name]).post(f"{address(cast)}/new-worker/", typed(cast))
    assert answer.status_code == 404
    assert not Handover.objects.exists()


def test_every_promise_needs_its_day(cast: Cast) -> None:
    said = maya_said(cast)
    past = day_of(f"due_{said.pk}", TODAY - timedelta(days=1))
    for due in ({}, past):
        form = typed(cast, **due)
        answer = client_of(cast["Ruth"]).post(f"{address(cast)}/new-worker/", form)
        assert answer.status_code == 422
        assert "Not peas" in answer.content.decode()
