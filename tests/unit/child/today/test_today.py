"""Today: what waits for a worker, in its place, and nothing of other people's."""

from datetime import timedelta
from typing import Any

from heard.child.today.presenters.mine import mine
from heard.child.today.queries.mine import waiting_for_worker
from heard.child.voice import operations as voice
from heard.foundations.audit.models import AuditEvent
from tests.cast import NOON, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.made import given, handed_in, offered
from tests.unit.child.voice.made import said, who


def today(cast: Cast, name: str = "Priya") -> dict[str, Any]:
    return mine(waiting_for_worker(cast[name], NOON), TODAY)


def words(items: list[Any]) -> list[str]:
    return [one.words for one in items]


def test_each_thing_stands_in_one_place(cast: Cast) -> None:
    said(cast, by="", words="nobody opened this")
    said(cast, words="to talk over")
    heard, promised, answered = (said(cast, words=w) for w in ("heard", "promised", "answered"))
    talk = voice.Talk(about="x", will_change="I ask", by_when=TODAY + timedelta(5))
    voice.talk_over(said=heard.pk, talk=voice.Talk(about="x"), **who(cast, "Priya"))
    voice.talk_over(said=promised.pk, talk=talk, **who(cast, "Priya"))
    voice.answer(said=answered.pk, possible=True, words="yes", **who(cast, "Priya"))
    found = today(cast)
    assert words(found["new"]) == ["nobody opened this"]
    assert [words(things) for things in found["talks"]] == [["to talk over"]]
    assert words(found["answer"]) == ["heard"]
    assert [one.promise for one in found["promises"]] == ["I ask"]
    assert words(found["tell"]) == ["answered"]


def test_new_words_are_opened_on_their_own_page_not_in_passing(cast: Cast) -> None:
    said(cast, by="", words="nobody opened this", soon=True)
    page = client_of(cast["Priya"]).get("/").content.decode()
    assert "New, not opened yet" in page
    assert "Needs someone soon" in page
    assert "nobody opened this" not in page


def test_the_page_begins_with_the_childs_words(cast: Cast) -> None:
    said(cast, words="to talk over")
    page = client_of(cast["Priya"]).get("/").content.decode()
    assert "to talk over</blockquote>" in page
    assert "Start with the talk" in page
    for name in ("Tom", "Ruth", "Olu", "Kit", "Dev"):
        assert "to talk over" not in client_of(cast[name]).get("/").content.decode()


def test_a_number_of_a_form_is_nowhere_on_today(cast: Cast) -> None:
    handed_in(cast, offered(cast), given("1", 5, "sort of"))
    for name in cast.staff:
        page = client_of(cast[name]).get("/").content.decode()
        assert "very well" not in page
        assert "heard-face" not in page


def test_what_was_passed_on_waits_for_whoever_has_it(cast: Cast) -> None:
    row = said(cast, words="passed on")
    voice.pass_on(
        said=row.pk, to=cast.workers["Ruth"].pk, due=TODAY, words="", person_told=True,
        **who(cast, "Priya"),
    )  # fmt: skip
    assert today(cast)["talks"] == []
    assert [words(things) for things in today(cast, "Ruth")["talks"]] == [["passed on"]]


def test_who_should_be_asked_soon_stands_there_by_day(cast: Cast) -> None:
    assert {name for _, name, _, _ in today(cast)["due"]} == {"Maya", "Theo"}
    assert {name for _, name, _, _ in today(cast, "Sam")["due"]} == {"Ada"}


def test_a_worker_without_children_and_somebody_without_a_worker(cast: Cast) -> None:
    assert "Nothing waits to be talked over" in client_of(cast["Tom"]).get("/").content.decode()
    kit = client_of(cast["Kit"]).get("/").content.decode()
    assert "Where to go" in kit


def test_a_look_at_today_is_written_down_with_the_children(cast: Cast) -> None:
    said(cast)
    today(cast)
    event = AuditEvent.objects.filter(verb="records.listed").last()
    assert event is not None
    assert str(cast.children["Maya"].pk) in event.data
    assert "cousins" not in event.data


def test_the_same_number_of_queries_for_any_number_of_things(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(60) as seen:
            today(cast)
        return len(seen.captured_queries)

    said(cast)
    queries()
    few = queries()
    for number in range(12):
        said(cast, "Theo" if number % 2 else "Maya")
    assert queries() == few


def test_the_list_of_children_says_what_waits_and_nothing_that_is_kept_from_the_reader(
    cast: Cast,
) -> None:
    said(cast, happened_on=TODAY - timedelta(31))
    said(cast, words="For Dev", audience="named", named=(cast["Dev"].pk,))
    priya = client_of(cast["Priya"]).get("/children/").content.decode()
    assert "9 years old · 2 things said wait, was due 22 November 2026" in priya
    ruth = client_of(cast["Ruth"]).get("/children/").content.decode()
    assert "9 years old · 1 thing said waits, was due 22 November 2026" in ruth
    assert "cousins" not in priya
