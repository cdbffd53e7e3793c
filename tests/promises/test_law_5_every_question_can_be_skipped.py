"""Law 5: every question can be skipped, and skipped, not asked and not applicable are different."""

import pytest
from django.forms import BaseForm, Form

from heard.child.feedback import forms as feedback_forms
from heard.child.feedback.definitions import Definition, ours
from heard.child.feedback.family import forms as door_forms
from heard.child.feedback.models import Answer
from heard.child.feedback.operations import Given, LastPage, Offer, hand_in, keep_answer, offer_form
from heard.child.feedback.rules import ANSWER_STATES
from heard.child.reviews import forms as review_forms
from heard.child.story.forms import ending as ending_forms
from heard.kernel.ids import uuid7
from tests.cast import NOON, SYSTEM, TODAY, Cast

DEFINITIONS = ours()
# What the person must give so that the page knows what they mean: a button, a code, an own number.
NEEDED = {
    "answer", "call", "id", "code", "browser", "shall_we", "told", "right", "said",
}  # fmt: skip
# Forms of those who work here, not of whom they ask.
OF_STAFF = {"UnlockForm", "CodeAgainForm", "HastyForm", "AskForm", "PaperForm"}


def test_there_are_forms_to_try() -> None:
    assert {d.kind for d in DEFINITIONS} == {"child", "young_person", "adult", "worker"}


@pytest.mark.parametrize("form", DEFINITIONS, ids=lambda d: f"{d.key} v{d.version}")
def test_before_the_first_question_stands_why_who_sees_and_that_it_can_be_skipped(
    form: Definition,
) -> None:
    opening = " ".join(form.opening).lower()
    assert "{plan}" in opening, "it names the plan it asks about"
    assert "skip" in opening or "leave out" in opening or "leave any" in opening
    assert "see" in opening or "read" in opening or form.kind == "worker"


@pytest.mark.parametrize("form", DEFINITIONS, ids=lambda d: f"{d.key} v{d.version}")
def test_a_form_with_nothing_but_skips_can_be_handed_in(form: Definition, cast: Cast) -> None:
    adult = cast.adults["Nan"].pk if form.kind == "adult" else None
    offer = Offer(
        child=cast.children["Maya"].pk, kind=form.kind, key=form.key, version=form.version,
        language=form.language, variant="a", plan="CIN", asked_by=cast.workers["Priya"].pk,
        asked_as="worker", asked_on=TODAY, how="alone", adult=adult,
    )  # fmt: skip
    row = offer_form(id=uuid7(), offer=offer, **SYSTEM)
    for question in form.questions:
        given = Given(id=uuid7(), question=question.key, state="skipped", happened_at=NOON)
        keep_answer(form=row.pk, given=given, typed_by=None, **SYSTEM)
    assert hand_in(form=row.pk, last=LastPage(), on=TODAY, **SYSTEM).state == "handed_in"
    assert set(Answer.objects.values_list("state", "score")) == {("skipped", None)}


def test_skipped_not_asked_and_not_applicable_are_different_facts() -> None:
    assert set(ANSWER_STATES) == {"answered", "skipped", "not_asked", "not_applicable"}


def theirs() -> list[type[BaseForm]]:
    """Every form that a child, a young person or somebody of the family fills in."""
    modules = (feedback_forms, door_forms)
    found = [v for m in modules for v in vars(m).values() if isinstance(v, type)]
    found += [review_forms.AfterForm, ending_forms.ClosingForm]
    return [
        v for v in found if issubclass(v, Form) and v is not Form and v.__name__ not in OF_STAFF
    ]


def test_no_field_of_theirs_must_be_filled_in() -> None:
    wrong = [
        f"{form.__name__}.{name}"
        for form in theirs()
        for name, field in getattr(form, "base_fields", {}).items()
        if field.required and name not in NEEDED
    ]
    assert theirs()
    assert not wrong
