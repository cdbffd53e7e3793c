"""Writing down what was said: to the letter, in any way, chosen with them, kept when work moves."""

import html
from datetime import timedelta
from typing import Any

import pytest

from heard.child.asking_due.models import Asking
from heard.child.meetings.models import Meeting
from heard.child.people.operations import allocate
from heard.child.voice.models import Said
from heard.foundations.reminders.models import Alert
from heard.kernel.ids import uuid7
from tests.cast import SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.story.loops import day_of, maya_said, post

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.HEARD_TODAY = TODAY.isoformat()


def typed(words: str = "I want a dog", **more: Any) -> dict[str, Any]:
    form = {"id": uuid7(), "who": "child", "words": words, "way": "car", "audience": "usual"}
    return {**form, **day_of("happened_on", TODAY), **more}


def send(cast: Cast, form: dict[str, Any], who: str = "Priya") -> Any:
    return client_of(cast[who]).post(f"/children/{cast.children['Maya'].pk}/say/", form)


NASTY = [
    "  please don't tell mum  ",
    "I will hurt myself tonight",
    "he called me a b****, and a WANKER",
    "my phone is 07700 900123, 4 Mill Lane",
    "Ada Okafor hits me",
    "<script>alert(1)</script>{{7*7}}${jndi:x}%n%s",
    "=1+1\n@x\n-2",
    "أريد أن أرى أبناء عمي \u202e eman",
    "👩‍👩‍👧 Z̷͑a̴lgo Llŷr",
    "“smart” – quotes\t\ttabs\n\n\n\nlines",
    "x" * 65_536,
]


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
def test_words_are_kept_to_the_letter_and_shown_safely(cast: Cast, words: str) -> None:
    assert send(cast, typed(words)).status_code == 302
    row = Said.objects.get()
    assert row.words == words
    page = client_of(cast["Priya"]).get(f"/said/{row.pk}/").content.decode()
    assert "<script>alert" not in page
    assert words in html.unescape(page.split("heard-said__words")[1])


WRONG = [
    {"words": " \n\t"},
    {"words": "a\x00b"},
    {"words": "x" * 65_537},
    {"way": "form"},
    {"way": ""},
    {"who": "somebody"},
    {"audience": "everybody"},
    {"audience": "named"},
    {"audience": "named", "named": "not an account"},
    {"id": "x"},
    day_of("happened_on", TODAY + timedelta(days=1)),
    {"happened_on-day": "31", "happened_on-month": "4"},
    {"happened_on-year": "66"},
]


@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
def test_what_does_not_fit_is_said_and_what_was_typed_stays(
    cast: Cast, wrong: dict[str, str]
) -> None:
    answer = send(cast, {**typed("Typed & kept"), **wrong})
    assert answer.status_code == 422
    assert "words" in wrong or "Typed &amp; kept" in answer.content.decode()
    assert not Said.objects.exists()


def test_the_same_form_five_times_is_one_thing(cast: Cast) -> None:
    form = typed()
    assert {send(cast, form).status_code for _ in range(5)} == {302}
    assert Said.objects.count() == 1


def test_the_usual_is_the_people_helping_for_a_child_and_the_worker_for_an_adult(
    cast: Cast,
) -> None:
    send(cast, typed())
    send(cast, typed("She sleeps badly", who=str(cast.adults["Nan"].pk)))
    child, nan = Said.objects.order_by("pk")
    assert (child.audience, child.not_parents) == ("helping", True)
    assert (nan.audience, nan.not_parents, nan.adult) == ("worker", False, cast.adults["Nan"])


def test_someone_soon_is_told_at_once(cast: Cast) -> None:
    send(cast, typed("I can't be here any more", soon="on"))
    told = Alert.objects.filter(kind="soon").values_list("staff__name", flat=True)
    assert {"Priya", "Ruth"} <= set(told)


def test_an_answer_about_the_work_counts_as_asked_and_talked_over(cast: Cast) -> None:
    send(cast, typed("You never listen", asked="on"))
    said = Said.objects.get()
    asking = Asking.objects.get(authority_asking_id=said.pk.hex)
    seen = {"seen": 1, "about": "I listened", **day_of("on", TODAY)}
    post(client_of(cast["Priya"]), said, "talk", **seen)
    assert asking.talks.count() == 1


def test_words_typed_while_the_work_moved_are_kept_for_the_new_worker(cast: Cast) -> None:
    priya, maya = client_of(cast["Priya"]), cast.children["Maya"].pk
    page = priya.get(f"/children/{maya}/say/").content.decode()
    note = page.split('name="drawn" value="')[1].split('"')[0]
    yesterday = TODAY - timedelta(days=1)
    allocate(child=maya, worker=cast.workers["Sam"].pk, on=yesterday, **SYSTEM)
    assert send(cast, typed(audience="worker")).status_code == 404
    kept = send(cast, typed(audience="worker", drawn=note))
    assert kept["Location"] == "/children/"
    assert Said.objects.get().holder == cast.workers["Sam"]
    assert Alert.objects.filter(staff=cast["Sam"]).exists()


def test_only_the_speaker_lets_more_people_see_it(cast: Cast) -> None:
    said, priya = maya_said(cast, audience="worker"), client_of(cast["Priya"])
    wider = {"audience": "helping", "not_parents": "on"}
    assert post(priya, said, "who", by_speaker="no", **wider).status_code == 422
    assert post(priya, said, "who", by_speaker="yes", **wider).status_code == 302
    assert Said.objects.get().audience == "helping"
    assert client_of(cast["Dev"]).get(f"/said/{said.pk}/").status_code == 200


def test_whoever_can_act_opens_it_and_an_advocate_does_not(cast: Cast) -> None:
    said = maya_said(cast, by_priya=False)
    assert client_of(cast["Dev"]).get(f"/said/{said.pk}/").status_code == 200
    page = client_of(cast["Dev"]).get(f"/said/{said.pk}/").content.decode()
    assert "/talk/" not in page
    assert Said.objects.get().opened_at is None
    client_of(cast["Priya"]).get(f"/said/{said.pk}/")
    assert Said.objects.get().opened_at is not None


def test_a_visit_begins_with_the_talk_and_is_written_once(cast: Cast) -> None:
    maya_said(cast)
    priya, maya = client_of(cast["Priya"]), cast.children["Maya"].pk
    page = priya.get(f"/children/{maya}/visit/").content.decode()
    assert page.index("Begin with the talk") < page.index("Then write the visit down")
    form = {
        "id": uuid7(), "kind": "visit", "conversation": "ordinary", "at": "16:30", "alone": "on",
        "there": [f"child {maya}", f"adult {cast.adults['Nan'].pk}"], "others": "Ms Rao, a dog",
        "note": "You told me about the dog", **day_of("on", TODAY),
    }  # fmt: skip
    for _ in range(3):
        assert priya.post(f"/children/{maya}/visit/", form).status_code == 302
    meeting = Meeting.objects.get()
    assert meeting.present.count() == 4
    assert meeting.present.get(child=maya).seen_alone


def test_a_visit_cannot_name_a_child_of_somebody_else(cast: Cast) -> None:
    maya, ada = cast.children["Maya"].pk, cast.children["Ada"].pk
    form = {"id": uuid7(), "kind": "visit", "conversation": "ordinary", **day_of("on", TODAY)}
    there = {"there": [f"child {maya}", f"child {ada}"]}
    answer = client_of(cast["Priya"]).post(f"/children/{maya}/visit/", {**form, **there})
    assert answer.status_code == 422
    assert not Meeting.objects.exists()
