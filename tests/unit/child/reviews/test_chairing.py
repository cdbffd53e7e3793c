"""Whoever chaired answers four plain questions; the code follows, and can be put right."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from heard.child.people.models import Child
from heard.child.reviews.models import Review
from heard.foundations.audit.guard import writing_allowed
from tests.cast import TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.reviews.screens import YESTERDAY, opened, planned, said, sent


@pytest.fixture
def ivor(cast: Cast) -> Client:
    return client_of(cast["Ivor"])


def page_of(cast: Cast) -> str:
    return reverse("reviews:record_planned", args=[planned(cast)])


def now(cast: Cast) -> Review:
    return cast.children["Theo"].reviews.get(held_on=YESTERDAY, cancelled=False)


UNABLE = {"could": "no", "why_not": "In hospital", "chose_not_to": "", "there": "", "views": []}
ANSWERS = [
    ({}, "PN1"),
    ({"views": ["own_way", "advocate_spoke"]}, "PN2"),
    ({"views": ["advocate_spoke"]}, "PN3"),
    ({"views": []}, "PN6"),
    ({"there": "no", "views": ["advocate_spoke", "views_came"]}, "PN4"),
    ({"there": "no", "views": ["views_came"]}, "PN5"),
    ({"there": "no", "views": []}, ""),
    ({"chose_not_to": "yes", "there": "no", "views": []}, "PN7"),
    (
        {"could": "no", "why_not": "In hospital", "chose_not_to": "", "there": "", "views": []},
        "PN8",
    ),
]


@pytest.mark.parametrize("answers, code", ANSWERS)
def test_the_code_follows_from_the_answers(
    cast: Cast, ivor: Client, answers: dict[str, Any], code: str
) -> None:
    response = ivor.post(page_of(cast), sent(**answers), follow=True)
    assert response.status_code == 200
    assert (now(cast).code, now(cast).scheme) == (code, "voice-2023")
    words = "was not asked" if not code else f"{code} (recommended list of 2023)"
    assert words in response.content.decode()


CONTRADICTIONS = [
    {"chose_not_to": "yes"},
    {"chose_not_to": "yes", "views": []},
    {"there": "no"},
    {"views": ["views_came"]},
    {"there": ""},
    {"chose_not_to": ""},
    {"could": ""},
    {"could": "no", "why_not": "  "},
    {"held_on-year": "2027"},
    {"held_on-year": "1926"},
    {"held_on-day": "31", "held_on-month": "2"},
    {"plan_type": "LAC"},
    {"views": ["telepathy"]},
    {"after": "'; DROP TABLE reviews"},
    {"id": "1"},
    {"why_not": "x" * 4001},
]


@pytest.mark.parametrize("wrong", CONTRADICTIONS, ids=str)
def test_what_cannot_be_is_refused_in_words_and_kept(
    cast: Cast, ivor: Client, wrong: dict[str, Any]
) -> None:
    response = ivor.post(page_of(cast), sent(**wrong))
    assert response.status_code == 422
    assert "Check what you wrote" in response.content.decode()
    assert not cast.children["Theo"].reviews.filter(held_on=YESTERDAY).exists()


def test_under_four_the_older_code_is_pn0_whatever_happened(cast: Cast, ivor: Client) -> None:
    with writing_allowed("test"):
        Child.objects.filter(pk=cast.children["Theo"].pk).update(birth_date=date(2023, 1, 1))
    text = ivor.post(page_of(cast), sent(), follow=True).content.decode()
    assert "PN1 (recommended list of 2023)" in text
    assert "PN0, because they were under 4 years old" in text


def test_pn8_is_sent_as_pn7_with_a_warning(cast: Cast, ivor: Client) -> None:
    answers = {"could": "no", "why_not": "In hospital", "views": []}
    text = ivor.post(page_of(cast), sent(**answers), follow=True).content.decode()
    assert "PN7 (older list of the statutory return)" in text
    assert "so PN7 is sent" in text


def test_only_who_chairs_it_records_it(cast: Cast) -> None:
    address = page_of(cast)
    for name in ("Priya", "Ruth", "Tom", "Sam", "Dana"):
        client = client_of(cast[name])
        assert client.get(address).status_code == 404, name
        assert client.post(address, sent()).status_code == 404, name
    assert not cast.children["Theo"].reviews.filter(held_on=YESTERDAY).exists()


def test_a_worker_chairs_an_early_help_review_that_nobody_planned(cast: Cast) -> None:
    priya, maya = client_of(cast["Priya"]), cast.children["Maya"]
    address = reverse("reviews:record", args=[maya.pk])
    response = priya.post(address, sent(plan_type="EH", views=["own_way"]), follow=True)
    review = maya.reviews.get()
    assert (review.plan_type, review.code, review.chair) == ("EH", "PN2", cast.workers["Priya"])
    assert "reviews of children in our care" in response.content.decode()


def test_putting_it_right_keeps_what_stood_before(cast: Cast, ivor: Client) -> None:
    ivor.post(page_of(cast), sent())
    first = now(cast)
    address = reverse("reviews:put_right", args=[first.pk])
    ivor.post(address, sent(**opened(ivor, address), views=["own_way"]))
    first.refresh_from_db()
    assert (first.code, first.cancelled, first.replaced_by) == ("PN1", True, now(cast))
    assert now(cast).code == "PN2"
    old = ivor.get(reverse("reviews:one", args=[first.pk])).content.decode()
    assert "It was put right later" in old


def test_two_at_once_the_second_sees_both_and_nothing_is_lost(cast: Cast, ivor: Client) -> None:
    address = page_of(cast)
    ivor.post(address, sent())
    late = sent(views=["own_way"])
    response = ivor.post(address, late)
    text = response.content.decode()
    assert response.status_code == 409
    assert "Somebody recorded this review while you wrote" in text
    assert "PN1 (recommended list of 2023)" in text
    assert now(cast).code == "PN1"
    again = ivor.post(address, {**late, "after": str(now(cast).pk)})
    assert again.status_code == 302
    assert now(cast).code == "PN2"
    assert cast.children["Theo"].reviews.filter(held_on=YESTERDAY).count() == 2


def test_the_same_form_twice_is_one_review(cast: Cast, ivor: Client) -> None:
    address, form = page_of(cast), sent()
    assert [ivor.post(address, form).status_code for _ in range(3)] == [302] * 3
    assert cast.children["Theo"].reviews.filter(held_on=YESTERDAY).count() == 1


def test_the_chair_sees_what_was_said_save_what_was_kept_from_them(
    cast: Cast, ivor: Client
) -> None:
    said(cast, "I want to see my cousins.")
    said(cast, "Only Priya may know this.", audience="worker")
    text = ivor.get(page_of(cast)).content.decode()
    assert "I want to see my cousins." in text
    assert "Only Priya may know this." not in text


def test_what_was_said_before_the_last_review_stands_there_no_more(
    cast: Cast, ivor: Client
) -> None:
    said(cast, "I want to see my cousins.")
    ivor.post(page_of(cast), sent(**{"held_on-day": TODAY.day}))
    address = reverse("reviews:record", args=[cast.children["Theo"].pk])
    assert "I want to see my cousins." not in ivor.get(address).content.decode()
