"""Law 9: not appropriate is a decision, with a reason, and it is counted apart."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from heard.child.asking_due.models import Exemption
from heard.child.asking_due.operations import agree_not_to_ask
from heard.child.evidence.models import Confirmation
from heard.child.evidence.operations import confirm, reach_point
from heard.child.reviews.operations import record_review
from heard.child.reviews.rules import ChairAnswers
from heard.kernel.ids import uuid7
from heard.kernel.return_spec.shapes import shape_c, shape_d
from tests.cast import ROLES, SYSTEM, TODAY, Cast
from tests.sign_in import client_of

DAY = date(2026, 11, 2)


def test_not_appropriate_without_a_reason_is_refused_by_the_database(cast: Cast) -> None:
    child = cast.children["Maya"].pk
    point = reach_point(kind="assessment", authority_point_id="A1", child=child, day=DAY, **SYSTEM)
    with pytest.raises(IntegrityError), transaction.atomic():
        confirm(point=point.pk, answer="not_appropriate", reason="", on=DAY, **SYSTEM)
    with pytest.raises(IntegrityError), transaction.atomic():
        agree_not_to_ask(
            child=child, from_date=DAY, to_date=None, reason="", agreed_on=DAY, **SYSTEM
        )


@pytest.mark.parametrize("person", ROLES)
def test_only_the_manager_agrees_to_it_whoever_sends_the_form(cast: Cast, person: str) -> None:
    """Every page that takes such a decision, or ends one, sent by each member of the cast."""
    child, client = cast.children["Maya"].pk, client_of(cast[person])
    point = reach_point(kind="assessment", authority_point_id="A1", child=child, day=DAY, **SYSTEM)
    agreed = agree_not_to_ask(
        child=cast.children["Theo"].pk, from_date=DAY, to_date=None, reason="In hospital",
        agreed_on=DAY, **SYSTEM,
    )  # fmt: skip
    answer = {"id": uuid7(), "after": "", "answer": "not_appropriate", "reason": "Very ill"}
    client.post(f"/heard/{point.pk}/", answer)
    client.post(f"/children/{child}/asked/not-to-ask/", {"id": uuid7(), "reason": "Very ill"})
    client.post(f"/asking/decisions/{agreed.pk}/end/", {"why": "Home again"})
    agreed.refresh_from_db()
    taken = (
        Confirmation.objects.filter(child=child, answer="not_appropriate", reason="Very ill"),
        Exemption.objects.filter(child=child, reason="Very ill"),
        Exemption.objects.filter(pk=agreed.pk).exclude(to_date=None),
    )
    assert {rows.exists() for rows in taken} == {person == "Ruth"}


def test_a_chair_says_why_a_child_could_not_take_part(cast: Cast) -> None:
    review = record_review(
        child=cast.children["Maya"].pk,
        plan_type="CIN",
        held_on=TODAY,
        chair=None,
        answers=ChairAnswers(valid_reason="In hospital"),
        **SYSTEM,
    )
    assert (review.code, review.reason) == ("PN8", "In hospital")


def test_not_appropriate_is_in_no_denominator() -> None:
    counts = {"yes": 3, "no": 1, "not_appropriate": 400, "unanswered": 9}
    assert shape_c(counts) == {**counts, "percent": 75.0}
    assert shape_d({"yes": 3, "no": 1, "not_appropriate": 400})["percent"] == 75.0
