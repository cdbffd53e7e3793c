"""A form from the offer to the loop: versions, repeats, states, the asking that counts."""

import pytest
from django.db import IntegrityError, transaction

from heard.child.asking_due.models import Asking
from heard.child.feedback.models import Answer
from heard.child.feedback.operations import (
    FormClosed,
    LastPage,
    NobodyThere,
    call_someone,
    decline,
    enter_from_paper,
    fill_in_another_way,
    hand_in,
    keep_answer,
    note_hasty,
    offer_form,
)
from heard.child.feedback.rules import ScoreRefused, WordsRefused
from heard.child.voice.models import Said
from heard.child.voice.permissions import reason_to_see
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.audit.models import AuditEvent
from heard.foundations.reminders.models import Alert
from heard.kernel.ids import uuid7
from tests.cast import NOON, TODAY, Cast
from tests.unit.child.feedback.made import given, handed_in, offered, who


def keep(cast: Cast, form, one, typed_by=None) -> Answer:
    return keep_answer(form=form.pk, given=one, typed_by=typed_by, **who(cast))


def test_an_offer_keeps_its_context_and_counts_as_an_asking(cast: Cast) -> None:
    form = offered(cast, in_room="Nan", conversation="hard_message")
    assert (form.days_since_start, form.meetings_so_far, form.state) == (200, 0, "offered")
    asking = Asking.objects.get(authority_asking_id=form.pk.hex)
    assert (asking.asked_by, asking.asked_of, asking.declined) == ("worker", "child", False)


def test_only_the_worker_and_a_provider_count_for_2c(cast: Cast) -> None:
    offered(cast, child="Theo", by="Ivor")
    offered(cast, kind="adult", key="adult", adult=cast.adults["Nan"].pk)
    assert not Asking.objects.exists()
    offered(cast, child="Theo", by="Ivor", asked_as="provider")
    assert Asking.objects.get().asked_by == "provider"


def test_the_same_offer_again_changes_nothing(cast: Cast) -> None:
    form = offered(cast)
    from heard.child.feedback.operations import Offer

    names = {"child": "child_id", "adult": "adult_id", "meeting": "meeting_id"}
    names |= {"asked_by": "asked_by_id"}
    same = Offer(*(getattr(form, names.get(f, f)) for f in Offer._fields))
    again = offer_form(id=form.pk, offer=same, **who(cast))
    assert again.pk == form.pk
    assert Asking.objects.count() == 1


def test_a_repeat_changes_nothing_and_another_answer_is_the_next_version(cast: Cast) -> None:
    form, first = offered(cast), given(words="sort of")
    assert keep(cast, form, first).number == 1
    assert keep(cast, form, first._replace(words="changed on the way")).words == "sort of"
    assert keep(cast, form, given(score=2)).number == 2
    assert form.answers.count() == 2


def test_skipped_not_asked_and_not_applicable_are_different_facts(cast: Cast) -> None:
    form = offered(cast)
    for question, state in zip("123", ("skipped", "not_asked", "not_applicable"), strict=True):
        keep(cast, form, given(question, None, state=state))
    states = form.answers.order_by("question").values_list("state", flat=True)
    assert list(states) == ["skipped", "not_asked", "not_applicable"]


@pytest.mark.parametrize("score, state", [(0, "answered"), (6, "answered"), (3, "skipped")])
def test_a_number_is_1_to_5_and_stands_with_an_answer(cast: Cast, score: int, state: str) -> None:
    form = offered(cast)
    with pytest.raises(ScoreRefused):
        keep(cast, form, given(score=score, state=state))
    row = {"question": "1", "number": 1, "state": state, "score": score, "form": form}
    times = {"happened_at": NOON, "received_at": NOON}
    with pytest.raises(IntegrityError), transaction.atomic(), writing_allowed("test"):
        Answer.objects.create(id=uuid7(), **row, **times)


def test_one_version_per_number(cast: Cast) -> None:
    form = offered(cast)
    kept = keep(cast, form, given())
    kept.pk = uuid7()
    with pytest.raises(IntegrityError), transaction.atomic(), writing_allowed("test"):
        kept.save(force_insert=True)


@pytest.mark.parametrize("words", ["a\0b", "half \ud83d of a face"])
def test_what_no_database_keeps_is_refused_in_words(cast: Cast, words: str) -> None:
    with pytest.raises(WordsRefused, match="cannot be kept"):
        keep(cast, offered(cast), given(words=words))
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    "words",
    ["x" * 65_536, "\n" * 65_536, " ", "you fucking bastards", "<script>{{7*7}}</script>",
     "=1+1 %n%s ${jndi:x}", "e\u0301 \u202e אב \u200d 👩🏽‍👧", "please don't tell mum"],
)  # fmt: skip
def test_words_are_kept_word_for_word(cast: Cast, words: str) -> None:
    form = handed_in(cast, offered(cast), given(score=1, words=words))
    assert form.answers.get().words == words
    assert form.said is not None
    assert form.said.words == (words if words.strip() else "")


def test_handing_in_puts_the_words_into_the_loop_in_order(cast: Cast) -> None:
    form = handed_in(
        cast, offered(cast), given("2", 5), given("1", None, "I want to see my cousins."),
        given("4", 2, "you are nice", written_right="yes"), audience="worker",
    )  # fmt: skip
    said = Said.objects.get()
    assert said.pk == form.pk
    assert said.words == "I want to see my cousins.\n\nyou are nice"
    assert (said.way, said.audience, said.not_parents, said.written_right) == (
        "form", "worker", True, "yes",
    )  # fmt: skip
    assert said.holder == cast.workers["Priya"]
    hand_in(form=form.pk, last=LastPage(), on=TODAY, **who(cast))
    assert Said.objects.count() == 1


def test_after_handing_in_nothing_is_added_and_a_late_repeat_is_no_error(cast: Cast) -> None:
    one = given()
    form = handed_in(cast, offered(cast), one)
    assert keep(cast, form, one).pk == one.id
    with pytest.raises(FormClosed):
        keep(cast, form, given(score=1))
    with pytest.raises(FormClosed):
        decline(form=form.pk, reason="", **who(cast))


def test_who_declines_was_asked(cast: Cast) -> None:
    form = decline(form=offered(cast).pk, reason="", **who(cast))
    asking = Asking.objects.get()
    assert (asking.declined, asking.filled_in_how) == (True, "declined")
    assert decline(form=form.pk, reason="again", **who(cast)).declined_reason == ""
    with pytest.raises(FormClosed):
        hand_in(form=form.pk, last=LastPage(), on=TODAY, **who(cast))
    assert not Said.objects.exists()


def test_someone_else_holds_it_and_the_worker_does_not_see_it(cast: Cast) -> None:
    form = handed_in(cast, offered(cast), given(), share_when="someone_else", rather="manager")
    assert form.said is not None
    assert form.said.holder == cast.workers["Ruth"]
    sees = {n for n, staff in cast.staff.items() if reason_to_see(staff, form.said, NOON)}
    assert sees == {"Ruth"}


def test_an_advocate_is_named_and_the_manager_must_answer(cast: Cast) -> None:
    form = handed_in(cast, offered(cast), given(), share_when="someone_else", rather="advocate")
    assert form.said is not None
    sees = {n for n, staff in cast.staff.items() if reason_to_see(staff, form.said, NOON)}
    assert sees == {"Ruth", "Dev"}


def test_the_chair_can_be_chosen_where_there_is_one(cast: Cast) -> None:
    theo = offered(cast, "Theo")
    form = handed_in(cast, theo, given(), share_when="someone_else", rather="chair")
    assert form.said is not None
    assert form.said.holder == cast.workers["Ivor"]
    with pytest.raises(NobodyThere):
        handed_in(cast, offered(cast), given(), share_when="someone_else", rather="chair")


def test_someone_soon_does_not_wait_for_the_form(cast: Cast) -> None:
    form, call = offered(cast), uuid7()
    for _ in range(2):
        call_someone(form=form.pk, id=call, words="I am scared", **who(cast))
    said = Said.objects.get()
    assert (said.words, said.soon, said.pk) == ("I am scared", True, call)
    told = set(Alert.objects.filter(kind="soon").values_list("staff__name", flat=True))
    assert told == {"Priya", "Ruth"}
    form.refresh_from_db()
    assert form.soon
    assert form.state == "offered"


def test_paper_takes_the_same_path(cast: Cast) -> None:
    form = offered(cast, how="paper")
    priya = cast["Priya"].pk
    row = enter_from_paper(
        form=form.pk, given=[given("1", 3, "ok"), given("2", None, state="not_asked")],
        last=LastPage(), on=TODAY, typed_by=priya, **who(cast),
    )  # fmt: skip
    assert row.state == "handed_in"
    assert Said.objects.get().written_by_id == priya
    assert not Alert.objects.exists()


def test_an_answer_left_with_the_family_can_be_given_on_the_tablet(cast: Cast) -> None:
    form = offered(cast, how="left_with_family")
    assert form.state == "left_with_family"
    form = fill_in_another_way(form=form.pk, how="read_out", **who(cast))
    assert (form.state, form.how) == ("offered", "read_out")
    assert Asking.objects.get().filled_in_how == "read_out"


def test_a_hasty_note_stands_beside_the_answers(cast: Cast) -> None:
    form = handed_in(cast, offered(cast), given(score=5))
    note_hasty(
        id=uuid7(), form=form.pk, words="Five fives in ten seconds.", staff=cast["Priya"].pk,
        **who(cast),
    )  # fmt: skip
    assert form.answers.get().score == 5
    assert form.hasty_notes.get().staff == cast["Priya"]


def test_the_trail_holds_no_words_and_no_numbers_of_a_form(cast: Cast) -> None:
    handed_in(cast, offered(cast), given("1", 4, "canary words"))
    seen = [str(e.data) for e in AuditEvent.objects.filter(verb__startswith="feedback.")]
    assert seen
    assert not [s for s in seen if "canary" in s or "score" in s or "4" in s]
