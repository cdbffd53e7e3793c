"""Nan answers her form through the door: one effect, nothing lost, whatever the browser does."""

from uuid import UUID

import pytest
from django.http import HttpResponse

from heard.child.feedback.models import Answer, Form
from heard.child.feedback.operations import decline
from heard.child.voice import operations as voice
from heard.child.voice.models import Link, Said
from heard.foundations.audit.models import AuditEvent
from heard.foundations.deployment import clock
from heard.foundations.reminders.models import Alert
from tests.cast import SYSTEM, Cast
from tests.unit.child.feedback.family.made import Phone, held, nans_form

pytestmark = pytest.mark.django_db
# What people may write: kept to the letter (safety.md A5).
WORDS = [
    "please don't tell mum", "She wants to hurt herself.", "You lot are b****y useless c*nts!",
    "<script>alert(1)</script>{{7*7}}${jndi:x}%n%s", "07700 900123, 4 Elm Row", "=1+1",
    "  a\n\n b ",
    "أريد أن أراها \u202e x", "🏳️‍🌈👩‍👩‍👧 Z͑͗a̴l", "x" * 65_536,
]  # fmt: skip


class Nan(Phone):
    """Nan with her phone and her form."""

    def __init__(self, cast: Cast) -> None:
        super().__init__()
        self.form, self.code = nans_form(cast)
        self.first = self.open(self.code)
        self.base = f"/family/on/{Link.objects.get().pk}/"

    def answer(self, key: str, go: str = "next", **chosen: str) -> HttpResponse:
        path = f"{self.base}{key}/"
        return self.send(self.get(path), path, go=go, **chosen)

    def finish(self, **chosen: str) -> HttpResponse:
        path = f"{self.base}end/"
        return self.send(self.get(path), path, **chosen)


@pytest.fixture
def nan(cast: Cast) -> Nan:
    return Nan(cast)


def said(form: UUID) -> Said:
    return Said.objects.get(form=form)


def test_why_we_ask_stands_before_the_first_question(nan: Nan) -> None:
    words = nan.first.content.decode()
    assert "You can skip any question" in words
    assert "Shall we?" in words
    assert "Maya" not in words


def test_all_of_it(nan: Nan) -> None:
    nan.send(nan.first, f"{nan.base}start/", shall_we="yes")
    nan.answer("1", score="2", words="I was not told why.")
    nan.answer("2", go="skip")
    nan.answer("3", go="simpler", score="4")
    nan.answer("3", score="4")
    last = nan.answer("4", score="5")
    assert "This is what you said" in last.content.decode()
    for theirs in ("Dev", "advocate", "Maya"):  # whoever speaks for Maya is hers to tell
        assert theirs not in last.content.decode()
    thanks = nan.finish(share="now", audience="worker").content.decode()
    assert "Priya reads this" in thanks
    assert "23 December 2026" in thanks
    kept = {a.question: (a.state, a.score) for a in Answer.objects.order_by("number")}
    assert kept["1"] == ("answered", 2)
    assert kept["2"] == ("skipped", None)
    assert said(nan.form).words == "I was not told why."
    assert (said(nan.form).adult.name, said(nan.form).written_by) == ("Nan", None)
    for path in (nan.base, f"{nan.base}1/", f"{nan.base}end/", f"/family/{nan.code}/"):
        shown = nan.get(path).content.decode()
        assert "Thank you" in shown
        assert "not told why" not in shown


def test_not_today_keeps_the_link_and_no_is_an_answer(nan: Nan) -> None:
    later = nan.send(nan.first, f"{nan.base}start/", shall_we="no")
    assert "That is fine" in later.content.decode()
    assert Form.objects.get().state == "left_with_family"
    assert "You said no" in nan.send(later, f"{nan.base}no/").content.decode()
    assert Form.objects.get().state == "declined"


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_words_are_kept_to_the_letter(nan: Nan, words: str) -> None:
    nan.answer("1", words=words)
    nan.finish(audience="worker")
    assert Answer.objects.get(question="1").words == words
    assert said(nan.form).words == words


@pytest.mark.parametrize("words", ["nul \0", "x" * 65_537])
def test_words_that_cannot_be_kept_stay_on_the_page(nan: Nan, words: str) -> None:
    page = nan.answer("1", words=words)
    assert page.status_code == 422
    assert "<!doctype html>" in page.content.decode()
    assert not Answer.objects.exists()


def test_each_button_five_times_has_one_effect(nan: Nan) -> None:
    one = held(nan.get(f"{nan.base}1/")) | {"go": "next", "score": "3", "words": "Yes."}
    for once in (one["once"], "", one["once"], "other", ""):
        assert nan.post(f"{nan.base}1/", **{**one, "once": once}).status_code == 200
    end = held(nan.get(f"{nan.base}end/")) | {"share": "now", "audience": "worker"}
    for once in (end["once"], "", end["once"], "other", ""):
        assert "Thank you" in nan.post(f"{nan.base}end/", **{**end, "once": once}).content.decode()
    assert Answer.objects.count() == 1
    assert Said.objects.filter(form=nan.form).count() == 1


def test_two_tabs_both_stand_and_the_later_counts(nan: Nan) -> None:
    path = f"{nan.base}1/"
    left, right = nan.get(path), nan.get(path)
    nan.send(left, path, go="next", score="2", words="Left")
    nan.send(right, path, go="next", score="5", words="Right")
    assert [a.words for a in Answer.objects.order_by("number")] == ["Left", "Right"]
    assert "Right" in nan.get(path).content.decode()


def test_coming_back_goes_on_where_she_was(nan: Nan) -> None:
    nan.answer("1", score="4")
    nan.answer("2", score="4")
    assert "Question 3 of 4" in nan.get(nan.base).content.decode()
    assert "Question 3 of 4" in nan.get(f"/family/{nan.code}/").content.decode()


def test_i_need_someone_soon_tells_at_once_and_the_form_goes_on(cast: Cast, nan: Nan) -> None:
    page = nan.answer("1", go="soon", words="I cannot cope tonight.")
    assert "999" in page.content.decode()
    told = {a.staff.name for a in Alert.objects.filter(kind="soon")}
    assert {"Priya", "Ruth"} <= told
    assert Said.objects.get(soon=True).words == "I cannot cope tonight."
    assert "Question 1 of 4" in nan.get(f"{nan.base}1/").content.decode()


def test_after_the_work_ended_it_is_closed_and_what_was_said_is_kept(nan: Nan) -> None:
    page = nan.get(f"{nan.base}1/")
    child = Link.objects.get().child_id
    voice.end_links(child=child, by=SYSTEM["by"], at=clock.now())
    closed = nan.send(page, f"{nan.base}1/", go="next", words="Too late")
    assert closed.status_code == 404
    assert "What you told us is safe" in closed.content.decode()
    assert not Answer.objects.exists()


def test_a_form_that_was_finished_beside_the_worker_closes_the_link(nan: Nan) -> None:
    decline(form=nan.form, reason="", **SYSTEM)
    assert "You said no" in nan.get(f"{nan.base}1/").content.decode()
    assert Link.objects.get().used_at


@pytest.mark.parametrize("step", ["5", "start-right", "done", "called", "..", "1-right", "é"])
def test_a_step_that_is_not_there_is_not_there(nan: Nan, step: str) -> None:
    assert nan.get(f"{nan.base}{step}/").status_code in (200, 404)
    assert not Answer.objects.exists()


def test_neither_scores_nor_words_are_on_the_trail(nan: Nan) -> None:
    nan.answer("1", score="2", words="Kestrel")
    nan.finish(audience="worker")
    events = AuditEvent.objects.filter(at__gte="2026-11-23")
    assert events.filter(actor_name="Somebody through the family door").count() > 3
    assert not [e for e in events if "Kestrel" in e.data or '"score"' in e.data]
