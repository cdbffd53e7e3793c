"""After the review: two questions, in the child's own words, each of which can be skipped."""

import pytest
from django.test import Client
from django.urls import reverse

from heard.child.reviews.models import AfterReview, Review
from heard.child.voice.models import Said
from heard.kernel.ids import uuid7
from tests.cast import PASSWORD, Cast
from tests.sign_in import client_of

WORDS = "Too  long.\r\nI hate you all <b>"


@pytest.fixture
def ivor(cast: Cast) -> Client:
    return client_of(cast["Ivor"])


def review(cast: Cast) -> Review:
    return cast.children["Theo"].reviews.get()


def answer(cast: Cast, client: Client, question: str, **sent: str) -> str:
    address = reverse("reviews:after_question", args=[review(cast).pk, question])
    form = {"id": str(uuid7()), "audience": "helping", "words": "", **sent}
    response = client.post(address, form)
    assert response.status_code == 302
    return response["Location"]


def test_words_are_kept_as_they_were_said_and_enter_the_loop(cast: Cast, ivor: Client) -> None:
    assert answer(cast, ivor, "how", words=WORDS).endswith("/after/better/")
    said = Said.objects.get()
    assert (said.words, said.way, said.speaker) == (WORDS, "after_review", "child")
    assert (said.state, said.holder, said.not_parents) == ("open", cast.workers["Priya"], True)
    ivor.post(reverse("handing:give_back"), {"secret": PASSWORD})
    page = ivor.get(reverse("reviews:one", args=[review(cast).pk])).content.decode()
    assert "I hate you all &lt;b&gt;" in page


def test_a_skipped_question_is_a_fact_of_its_own(cast: Cast, ivor: Client) -> None:
    assert answer(cast, ivor, "better", words=WORDS, skip="yes").endswith("/thanks/")
    assert AfterReview.objects.get().outcome == "skipped"
    assert not Said.objects.exists()


def test_not_today_is_kept_and_asks_nothing(cast: Cast, ivor: Client) -> None:
    address = reverse("reviews:after", args=[review(cast).pk])
    assert ivor.get(address).status_code == 200
    ivor.post(address, {"shall": "no", "id": str(uuid7())})
    assert AfterReview.objects.get().outcome == "not_today"


def test_what_is_only_for_the_worker_is_not_for_the_chair(cast: Cast, ivor: Client) -> None:
    before = ivor.get(reverse("reviews:one", args=[review(cast).pk])).content
    answer(cast, ivor, "how", words="Ivor talks over me", audience="worker")
    ivor.post(reverse("handing:give_back"), {"secret": PASSWORD})
    after = ivor.get(reverse("reviews:one", args=[review(cast).pk])).content
    assert b"Ivor talks over me" not in after
    assert len(before) == len(after)
    priya = client_of(cast["Priya"]).get(reverse("reviews:one", args=[review(cast).pk]))
    assert b"Ivor talks over me" in priya.content


def test_the_same_answer_twice_is_kept_once(cast: Cast, ivor: Client) -> None:
    twice = str(uuid7())
    for _ in range(2):
        answer(cast, ivor, "how", words=WORDS, id=twice)
    assert Said.objects.count() == AfterReview.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"audience": "everybody"}, {"id": "x"}, {"words": "x" * 65_537}])
def test_what_cannot_be_kept_is_said_and_stays_on_the_page(
    cast: Cast, ivor: Client, wrong: dict[str, str]
) -> None:
    address = reverse("reviews:after_question", args=[review(cast).pk, "how"])
    form = {"id": str(uuid7()), "audience": "helping", "words": "My words", **wrong}
    response = ivor.post(address, form)
    assert response.status_code == 422
    assert form["words"][:40] in response.content.decode()


def test_a_question_that_we_do_not_ask_is_not_there(cast: Cast, ivor: Client) -> None:
    address = reverse("reviews:after_question", args=[review(cast).pk, "score"])
    assert ivor.get(address).status_code == 404


def test_the_pages_say_first_why_who_and_that_each_can_be_skipped(cast: Cast, ivor: Client) -> None:
    text = ivor.get(reverse("reviews:after", args=[review(cast).pk])).content.decode()
    for words in ("so that the next meeting is better", "Priya and Ivor", "skip each", "Not today"):
        assert words in text, words
    assert "0800 1111" in text
