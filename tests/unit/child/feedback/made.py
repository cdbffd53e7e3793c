"""Forms as the tests need them: offered, answered, handed in."""

from typing import Any

from heard.child.feedback.models import Form
from heard.child.feedback.operations import Given, LastPage, Offer, hand_in, keep_answer, offer_form
from heard.kernel.ids import uuid7
from tests.cast import NOON, TODAY, Cast


def who(cast: Cast, name: str = "Priya") -> dict[str, Any]:
    return {"by": cast[name].actor, "at": NOON}


def offered(cast: Cast, child: str = "Maya", by: str = "Priya", **changed: Any) -> Form:
    """A form of this child, asked by this worker."""
    fields: dict[str, Any] = {
        "child": cast.children[child].pk,
        "kind": "child" if child == "Maya" else "young_person",
        "key": "child" if child == "Maya" else "young_person",
        "version": 1,
        "language": "en-GB",
        "variant": "a",
        "plan": "CIN",
        "asked_by": cast.workers[by].pk,
        "asked_as": "worker" if by == "Priya" else "other",
        "asked_on": TODAY,
        "how": "alone",
    }
    return offer_form(id=uuid7(), offer=Offer(**{**fields, **changed}), **who(cast, by))


def given(question: str = "1", score: int | None = 4, words: str = "", **more: Any) -> Given:
    """One answer, as a device sends it."""
    state = "answered" if score is not None or words.strip() else "skipped"
    fields = {"id": uuid7(), "happened_at": NOON, "score": score, "words": words, "state": state}
    return Given(question=question, **{**fields, **more})


def handed_in(cast: Cast, form: Form, *answers: Given, **last: Any) -> Form:
    """The form with these answers, handed in today."""
    for one in answers:
        keep_answer(form=form.pk, given=one, typed_by=None, **who(cast))
    return hand_in(form=form.pk, last=LastPage(**last), on=TODAY, **who(cast))
