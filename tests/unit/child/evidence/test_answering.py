"""The manager answers for one child at a time, with the evidence; a yes names it."""

import inspect
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from heard.child.evidence.models import Confirmation, Point
from heard.child.evidence.operations import (
    NoEvidence,
    Piece,
    PieceOfAnother,
    confirm,
    reach_point,
)
from heard.child.evidence.urls import urlpatterns
from heard.child.people.operations import end_allocation
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.models import AuditEvent
from heard.kernel.ids import uuid7
from tests.cast import SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.evidence.world import address, answered_words, assessed, sent, shown


@pytest.fixture
def ruth(cast: Cast) -> Client:
    return client_of(cast["Ruth"])


def test_two_of_a_family_wait_apart_and_get_different_answers(cast: Cast, ruth: Client) -> None:
    maya, theo = assessed(cast)
    page = ruth.get(reverse("evidence:waiting")).content.decode()
    assert address(maya) in page
    assert address(theo) in page
    assert ruth.post(address(maya), shown()).status_code == 302
    assert ruth.post(address(theo), sent("no")).status_code == 302
    given = {c.child: c.answer for c in Confirmation.objects.select_related("child")}
    assert given == {cast.children["Maya"]: "yes", cast.children["Theo"]: "no"}
    assert address(maya) not in ruth.get(reverse("evidence:waiting")).content.decode()


def test_the_longest_waiting_stands_first(cast: Cast, ruth: Client) -> None:
    days = {"Maya": TODAY - timedelta(days=9), "Theo": TODAY - timedelta(days=90)}
    for name, day in days.items():
        child = cast.children[name].pk
        reach_point(kind="closure", authority_point_id=name, child=child, day=day, **SYSTEM)
    page = ruth.get(reverse("evidence:waiting")).content.decode()
    assert page.index("Theo") < page.index("Maya")


def test_a_yes_names_pieces_in_heard(cast: Cast, ruth: Client) -> None:
    said, talk, done = answered_words(cast)
    point = assessed(cast, "Maya")[0]
    form = {"heard": [f"said:{said.pk}", f"step:{talk.pk}"], "responded": [f"step:{done.pk}"]}
    assert ruth.post(address(point), sent("yes", **form)).status_code == 302
    given = Confirmation.objects.get()
    assert (given.heard_pieces, given.responded_pieces) == (2, 1)
    assert {piece.step for piece in given.evidence.all()} == {None, talk, done}


HALF: list[dict[str, Any]] = [
    {"heard_reference": ""},
    {"responded_reference": "  "},
    {"heard": ["said:0"], "heard_reference": ""},
    {"answer": ""},
    {"answer": "maybe"},
    {"answer": "not_appropriate"},
    {"id": "x"},
    {"reason": "x" * 4001},
    {"heard_reference": "x" * 501},
]


@pytest.mark.parametrize("wrong", HALF, ids=str)
def test_half_an_answer_is_refused_and_kept_on_the_page(
    cast: Cast, ruth: Client, wrong: dict[str, Any]
) -> None:
    point = assessed(cast, "Maya")[0]
    response = ruth.post(address(point), shown(**wrong))
    assert response.status_code == 422
    assert "Check what you wrote" in response.content.decode()
    assert not Confirmation.objects.exists()


def test_neither_the_operation_nor_the_database_takes_a_yes_without_evidence(cast: Cast) -> None:
    point = assessed(cast, "Maya")[0]
    answer = {"point": point, "answer": "yes", "reason": "", "on": TODAY, **SYSTEM}
    one = (Piece(reference="A letter"),)
    for half in ({"heard": one}, {"responded": one}, {}):
        with pytest.raises(NoEvidence):
            confirm(**answer, **half)
    row = {"kind": "closure", "authority_point_id": "X", "child": cast.children["Maya"]}
    with writing_allowed("test"), pytest.raises(IntegrityError), transaction.atomic():
        Confirmation.objects.create(
            **row, answer="yes", answered_on=TODAY, answered_by="Ruth", sequence=99, source="heard"
        )


def test_a_piece_about_another_child_is_refused(cast: Cast) -> None:
    said, talk, _ = answered_words(cast)
    theo = assessed(cast, "Theo")[0]
    own = Piece(reference="A letter")
    for other in (Piece(said=said.pk), Piece(step=talk.pk)):
        with pytest.raises(PieceOfAnother):
            confirm(
                point=theo, answer="yes", reason="", on=TODAY, heard=(other,), responded=(own,),
                **SYSTEM,
            )  # fmt: skip
    assert not Confirmation.objects.exists()


def test_two_managers_at_once_the_second_sees_both(cast: Cast, ruth: Client) -> None:
    point = assessed(cast, "Maya")[0]
    assert ruth.post(address(point), sent("no")).status_code == 302
    late = shown()
    response = ruth.post(address(point), late)
    assert response.status_code == 409
    text = response.content.decode()
    assert "Somebody answered while you looked" in text
    assert "Visit of 3 November" in text
    assert Confirmation.objects.count() == 1
    last = str(Confirmation.objects.get().pk)
    assert ruth.post(address(point), {**late, "after": last}).status_code == 302
    assert [c.answer for c in Confirmation.objects.order_by("sequence")] == ["no", "yes"]


def test_the_same_form_twice_is_one_answer(cast: Cast, ruth: Client) -> None:
    point, form = assessed(cast, "Maya")[0], shown()
    assert [ruth.post(address(point), form).status_code for _ in range(3)] == [302] * 3
    assert Confirmation.objects.count() == 1


def test_there_is_no_way_to_answer_in_bulk(cast: Cast, ruth: Client) -> None:
    """One address and one parameter name one point; what is sent cannot name another."""
    maya, theo = assessed(cast)
    taking = {path.name: str(path.pattern) for path in urlpatterns}
    answers = [name for name in taking if name in {"answer"}]
    assert [taking[name] for name in answers] == ["heard/<uuid:point>/"]
    assert inspect.signature(confirm.__wrapped__).parameters["point"].annotation.__name__ == "UUID"
    more = {"point": [str(maya), str(theo)], "points": [str(theo)], "child": [str(theo)]}
    ruth.post(address(maya), shown(**more))
    assert [c.child for c in Confirmation.objects.all()] == [cast.children["Maya"]]
    for page in ("waiting",):
        assert ruth.post(reverse(f"evidence:{page}"), shown(**more)).status_code == 405


def test_opening_a_piece_is_written_down_with_the_open_task_as_reason(
    cast: Cast, ruth: Client
) -> None:
    said, _, _ = answered_words(cast)
    point = assessed(cast, "Maya")[0]
    assert "See my cousins" not in ruth.get(address(point)).content.decode()
    page = ruth.get(reverse("evidence:piece", args=[point, said.pk])).content.decode()
    assert "See my cousins" in page
    assert "On Sundays" in page
    event = AuditEvent.objects.filter(verb="record.read").last()
    assert event
    assert "an open task" in event.data


def test_what_was_kept_from_the_manager_is_not_there(cast: Cast, ruth: Client) -> None:
    point = assessed(cast, "Maya")[0]
    before = len(ruth.get(address(point)).content)
    said, _, _ = answered_words(cast, audience="named")
    assert len(ruth.get(address(point)).content) == before
    assert ruth.get(reverse("evidence:piece", args=[point, said.pk])).status_code == 404


def test_a_closure_is_answered_after_the_work_ended(cast: Cast, ruth: Client) -> None:
    maya = cast.children["Maya"].pk
    end_allocation(child=maya, on=TODAY - timedelta(days=3), **SYSTEM)
    day = TODAY - timedelta(days=3)
    reach_point(kind="closure", authority_point_id="C", child=maya, day=day, **SYSTEM)
    point = Point.objects.get(authority_point_id="C")
    assert address(point.pk) in ruth.get(reverse("evidence:waiting")).content.decode()
    assert ruth.post(address(point.pk), shown()).status_code == 302


@pytest.mark.parametrize("name", ["Priya", "Tom", "Ivor", "Sam", "Dana", "Olu", "Kit", "Dev"])
def test_nobody_but_the_manager_answers(cast: Cast, name: str) -> None:
    point = assessed(cast, "Maya")[0]
    client = client_of(cast[name])
    assert client.get(address(point)).status_code == 404
    assert client.post(address(point), shown(id=str(uuid7()))).status_code == 404
    assert not Confirmation.objects.exists()


def test_an_imported_answer_says_that_it_names_no_evidence(cast: Cast, ruth: Client) -> None:
    point = Point.objects.get(pk=assessed(cast, "Maya")[0])
    key = {"kind": point.kind, "authority_point_id": point.authority_point_id}
    with writing_allowed("test"):
        Confirmation.objects.create(
            **key, child=point.child, answer="yes", answered_on=TODAY, answered_by="R. Manager",
            sequence=1, source="facts",
        )  # fmt: skip
    assert "Imported: it names no evidence" in ruth.get(address(point.pk)).content.decode()
