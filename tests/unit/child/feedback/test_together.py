"""What people of a family let each other see is there to look at with them, and nothing else."""

from typing import Any

import pytest

from heard.child.voice.operations import withdraw
from heard.foundations.audit.models import AuditEvent
from tests.cast import TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.made import given, handed_in, offered, who

SHARED: dict[str, Any] = {"shared_with_family": True, "not_parents": False}


def asked(cast: Cast, **last: Any) -> Any:
    return handed_in(cast, offered(cast), given("1", 3, "sort of"), **last)


def page(cast: Cast, name: str = "Priya") -> Any:
    return client_of(cast[name]).get(f"/children/{cast.children['Maya'].pk}/asked/together/")


def test_what_is_shared_stands_there_with_its_words_and_the_look_is_on_the_trail(
    cast: Cast,
) -> None:
    form = asked(cast, **SHARED)
    shown = page(cast).content.decode()
    assert "sort of" in shown
    assert "in the middle" in shown
    assert AuditEvent.objects.filter(data__contains="shared forms").exists()
    one = client_of(cast["Priya"]).get(f"/asked/{form.pk}/").content.decode()
    assert "/asked/together/" in one


@pytest.mark.parametrize(
    "last",
    [
        {},
        {"shared_with_family": True},
        {**SHARED, "share_when": "someone_else", "rather": "manager"},
    ],
    ids=["not shared", "not for the parents", "for somebody else"],
)
def test_what_is_not_shared_is_not_there(cast: Cast, last: dict[str, Any]) -> None:
    asked(cast, **last)
    shown = page(cast).content.decode()
    assert "sort of" not in shown
    assert "in the middle" not in shown
    assert "has shared" in shown


def test_words_for_the_worker_alone_stay_with_the_worker(cast: Cast) -> None:
    asked(cast, **SHARED, audience="worker")
    shown = page(cast).content.decode()
    assert "in the middle" in shown
    assert "sort of" not in shown


def test_what_was_taken_back_is_gone(cast: Cast) -> None:
    form = asked(cast, **SHARED)
    withdraw(said=form.pk, words="", written_by=None, on=TODAY, **who(cast))
    assert "sort of" not in page(cast).content.decode()


def test_only_the_worker_and_the_manager_show_it(cast: Cast) -> None:
    asked(cast, **SHARED)
    for name in cast.staff:
        shown = page(cast, name)
        allowed = name in {"Priya", "Ruth"}
        assert ("in the middle" in shown.content.decode()) == allowed, name
        assert (shown.status_code == 200) == allowed, name
