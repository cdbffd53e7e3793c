"""An authority's own wording is offered, asked at both doors, kept with its version, and read."""

from typing import Any

import pytest
from django.urls import reverse

from heard.child.feedback.models import Form
from heard.child.feedback.operations import withdraw_wording
from heard.foundations.deployment import clock
from tests.cast import TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.family.made import Phone, link_for
from tests.unit.child.feedback.made import given, handed_in, offered
from tests.unit.child.feedback.test_pages import ask, fill
from tests.unit.child.feedback.wordings.made import added, translated

ARABIC = 'lang="ar" dir="rtl"'
FIRST = "How well do you understand why I am worried about you and your family?"


@pytest.fixture(autouse=True)
def today(settings: Any) -> None:
    settings.HEARD_TODAY = TODAY.isoformat()


def arabic(kind: str = "child") -> dict[str, Any]:
    return translated(kind, "إذا", "ar")


def in_arabic(cast: Cast, **more: Any) -> Form:
    return offered(cast, language="ar", version=101, **more)


def test_a_worker_chooses_it_by_its_name_and_the_form_names_it(cast: Cast) -> None:
    added(cast, arabic())
    client = client_of(cast["Priya"])
    page = client.get(reverse("feedback:ask", args=[cast.children["Maya"].pk])).text
    assert "Arabic – العربية (only the form with faces)" in page
    ask(cast, client, language="ar")
    form = Form.objects.get()
    assert (form.key, form.version, form.language) == ("child", 101, "ar")


def test_whoever_is_not_asked_in_it_is_asked_in_english(cast: Cast) -> None:
    added(cast, arabic())
    nan = str(cast.adults["Nan"].pk)
    ask(cast, client_of(cast["Priya"]), language="ar", people=["child", nan], there=["child", nan])
    asked = {(f.kind, f.language, f.version) for f in Form.objects.all()}
    assert asked == {("child", "ar", 101), ("adult", "en-GB", 1)}


def test_withdrawn_while_a_worker_chooses_it_is_said_on_the_page(cast: Cast) -> None:
    row, client = added(cast, arabic()), client_of(cast["Priya"])
    withdraw_wording(id=row.pk, by=cast["Kit"].actor, at=clock.now())
    answer = ask(cast, client, language="ar", others="her teacher")
    assert answer.status_code == 422
    assert "her teacher" in answer.text
    assert not Form.objects.exists()


def test_the_words_stand_in_their_language_and_the_page_around_them_in_english(cast: Cast) -> None:
    added(cast, arabic())
    client, form = client_of(cast["Priya"]), in_arabic(cast)
    opening = client.get(fill(form, "start")).text
    assert '<html lang="en-GB" dir="ltr"' in opening
    assert f'<h1 class="govuk-heading-xl" {ARABIC}>إذا How is it going?</h1>' in opening
    assert "{plan}" not in opening
    question = client.get(fill(form, "1")).text
    assert f"<div data-aloud {ARABIC}>" in question
    assert f"إذا {FIRST}" in question
    assert "إذا quite well" in question


def test_at_the_families_door_as_well(cast: Cast) -> None:
    added(cast, arabic("adult"))
    nan = cast.adults["Nan"].pk
    form = in_arabic(cast, kind="adult", key="adult", adult=nan, how="left_with_family")
    phone = Phone()
    shown = phone.open(link_for(cast, "form", form.pk, at=clock.now())).text
    assert f"{ARABIC}>إذا How is our work going?</h1>" in shown


@pytest.mark.parametrize("withdrawn", [False, True])
def test_what_was_answered_is_read_in_those_words_for_good(cast: Cast, withdrawn: bool) -> None:
    row = added(cast, arabic())
    form = handed_in(cast, in_arabic(cast), given("1", 4, "نعم"))
    if withdrawn:
        withdraw_wording(id=row.pk, by=cast["Kit"].actor, at=clock.now())
    client, maya = client_of(cast["Priya"]), cast.children["Maya"].pk
    for page in (
        reverse("feedback:one", args=[form.pk]),
        reverse("story:of_child", args=[maya]),
        reverse("story:one", args=[form.said_id]),
    ):
        shown = client.get(page).text
        assert f"إذا {FIRST}" in shown, page
        assert "إذا quite well" in shown, page
        assert "version 101, Arabic, your authority’s own" in shown, page


def test_begun_before_it_was_withdrawn_it_can_be_finished(cast: Cast) -> None:
    row = added(cast, arabic())
    form = in_arabic(cast)
    withdraw_wording(id=row.pk, by=cast["Kit"].actor, at=clock.now())
    assert f"إذا {FIRST}" in client_of(cast["Priya"]).get(fill(form, "1")).text
    assert handed_in(cast, form, given("1", 4)).state == "handed_in"
