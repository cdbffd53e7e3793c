"""Were you told? The person's own word through the door, once."""

import pytest

from heard.child.voice import operations as voice
from heard.child.voice.models import Said, Step
from heard.foundations.deployment import clock
from tests.cast import SYSTEM, TODAY, Cast
from tests.unit.child.feedback.family.made import Phone, held, link_for, one_link, told_by_nan

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(cast: Cast) -> Said:
    return told_by_nan(cast)


@pytest.fixture
def code(cast: Cast, said: Said) -> str:
    return link_for(cast, "told", said.pk, at=clock.now())


def state(said: Said) -> str:
    said.refresh_from_db()
    return said.state


def test_yes_closes_it_and_the_link_shows_only_thanks(said: Said, code: str) -> None:
    phone = Phone()
    page = phone.open(code)
    path = f"/family/on/{one_link().pk}/"
    thanks = phone.send(page, path, told="yes")
    assert "Thank you" in thanks.content.decode()
    assert state(said) == "closed"
    for again in (path, f"/family/{code}/", f"{path}not-today/", f"{path}start/"):
        shown = phone.get(again).content.decode()
        assert "Thank you" in shown
        assert "She cries" not in shown
    assert "opened somewhere else" in Phone().open(code).content.decode()


def test_not_yet_opens_it_again_with_their_words(said: Said, code: str) -> None:
    phone = Phone()
    words = "Nobody rang.\nAnd <b>Sundays</b> are as long as ever. 🙁 {{7*7}}"
    phone.send(phone.open(code), f"/family/on/{one_link().pk}/", told="not_yet", words=words)
    assert state(said) == "open"
    assert said.steps.latest("number").words == words


def test_five_times_at_once_and_out_of_order_is_one_word(said: Said, code: str) -> None:
    phone = Phone()
    sent = {**held(phone.open(code)), "told": "not_yet", "words": "No."}
    for once in (sent["once"], sent["once"], "", "x", sent["once"]):
        answer = phone.post(f"/family/on/{one_link().pk}/", **{**sent, "once": once})
        assert "Thank you" in answer.content.decode()
    assert Step.objects.filter(said=said, move="told_not_yet").count() == 1


def test_nothing_chosen_keeps_what_was_typed(said: Said, code: str) -> None:
    phone = Phone()
    page = phone.send(phone.open(code), f"/family/on/{one_link().pk}/", words="  as typed  ")
    assert page.status_code == 422
    assert "  as typed  " in page.content.decode()
    assert state(said) == "told"


def test_when_it_moved_on_meanwhile_the_words_stay_on_the_page(said: Said, code: str) -> None:
    phone = Phone()
    page = phone.open(code)
    moved = {"written_by": None, "on": TODAY, **SYSTEM}
    voice.person_says(said=said.pk, told=False, words="by phone", **moved)
    answer = phone.send(page, f"/family/on/{one_link().pk}/", told="yes", words="Thanks to you")
    assert answer.status_code == 409
    assert "Thanks to you" in answer.content.decode()
    assert state(said) == "open"


def test_a_form_still_open_when_the_work_ended_is_closed_kindly(said: Said, code: str) -> None:
    phone = Phone()
    page = phone.open(code)
    voice.end_links(child=said.child_id, by=SYSTEM["by"], at=clock.now())
    answer = phone.send(page, f"/family/on/{one_link().pk}/", told="yes")
    assert answer.status_code == 404
    assert "What you told us is safe" in answer.content.decode()
    assert state(said) == "told"


def test_nan_sees_nothing_but_what_is_hers(cast: Cast, code: str) -> None:
    maya = cast.children["Maya"].pk
    secret = voice.Words(way="car", words="Do not tell Nan.", happened_on=TODAY, not_parents=True)
    voice.say(id=one_link().pk, child=maya, said=secret, written_by=None, **SYSTEM)
    page = Phone().open(code).content.decode()
    assert "Do not tell" not in page
    assert "Maya" not in page


def test_the_closing_questions_are_kept_word_for_word(cast: Cast) -> None:
    from heard.kernel.ids import uuid7

    subject, phone = uuid7(), Phone()
    code = link_for(cast, "ending", subject, at=clock.now())
    voice.end_links(child=cast.children["Maya"].pk, by=SYSTEM["by"], at=clock.now())
    page = phone.open(code)
    path = f"/family/on/{one_link().pk}/"
    assert phone.send(page, path, changed=" ", better="").status_code == 422
    given = {"changed": "We talk now.", "better": "Come on time.", "for_learning": "on"}
    for _ in range(3):
        phone.send(page, path, **given)
    kept = Said.objects.get(pk=subject)
    assert kept.closing.better == "Come on time."
    assert (kept.way, kept.adult, kept.closing.for_learning) == ("ending", cast.adults["Nan"], True)
