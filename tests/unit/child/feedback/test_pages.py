"""The pages of a form: asking, the tablet in somebody's hands, paper, and who sees what."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from heard.child.feedback.models import Form
from heard.child.voice.models import Said
from heard.kernel.ids import uuid7
from tests.cast import PASSWORD, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.made import given, handed_in, offered


@pytest.fixture(autouse=True)
def today(settings: Any) -> None:
    settings.HEARD_TODAY = TODAY.isoformat()


def ids(*names: str) -> dict[str, str]:
    return {name: str(uuid7()) for name in names}


def asking(**changed: Any) -> dict[str, Any]:
    """What a worker sends from the page that asks."""
    sent = {
        "people": ["child"], "child_form": "child", "variant": "a", "language": "en-GB",
        "how": "alone", "meeting": "new", "kind": "visit", "conversation": "ordinary",
        "there": ["child"], "others": "", **ids("meeting_id", "first_form"),
    }  # fmt: skip
    return {**sent, **changed}


def ask(cast: Cast, client: Client, **changed: Any) -> Any:
    return client.post(reverse("feedback:ask", args=[cast.children["Maya"].pk]), asking(**changed))


def fill(form: Form, step: str) -> str:
    return reverse("feedback:fill", kwargs={"form": form.pk, "step": step})


def answer(client: Client, form: Form, key: str, go: str = "next", **sent: Any) -> Any:
    return client.post(fill(form, key), {**ids("answer", "call"), "go": go, **sent})


def test_priya_asks_maya_and_nan_at_one_meeting(cast: Cast) -> None:
    client, nan = client_of(cast["Priya"]), str(cast.adults["Nan"].pk)
    page = client.get(reverse("feedback:ask", args=[cast.children["Maya"].pk]))
    assert "Is now a good moment?" in page.text
    sent = asking(people=["child", nan], there=["child", nan], others="her teacher")
    for _ in range(2):
        client.post(reverse("feedback:ask", args=[cast.children["Maya"].pk]), sent)
    hers, nans = Form.objects.order_by("pk")
    assert (hers.in_room, nans.in_room) == ("Nan, her teacher", "Maya, her teacher")
    assert hers.meeting == nans.meeting
    assert (hers.kind, nans.kind, hers.variant, hers.meetings_so_far) == ("child", "adult", "a", 1)


def test_the_whole_way_by_hand(cast: Cast) -> None:
    client = client_of(cast["Priya"])
    ask(cast, client)
    form = Form.objects.get()
    opening = client.get(fill(form, "start")).text
    assert "Shall we?" in opening
    assert "Priya and Ruth will see the faces you choose" in opening
    assert client.post(fill(form, "start"), {"shall_we": "yes"})["Location"] == fill(form, "1")
    assert "why I am worried about you and your family" in client.get(fill(form, "1")).text
    assert answer(client, form, "1", score="3", words="sort of")["Location"] == fill(form, "2")
    assert answer(client, form, "2", go="skip", score="5")["Location"] == fill(form, "3")
    answer(client, form, "3", words="I want to see my cousins.")
    assert answer(client, form, "4", score="4")["Location"] == fill(form, "end")
    end = client.get(fill(form, "end")).text
    assert "I want to see my cousins." in end
    client.post(fill(form, "end"), {"share": "now", "audience": "helping", "not_parents": "on"})
    assert "Thank you, Maya" in client.get(fill(form, "done")).text
    said = Said.objects.get()
    assert said.words == "sort of\n\nI want to see my cousins."
    kept = {a.question: (a.state, a.score) for a in form.answers.all()}
    assert kept == {
        "1": ("answered", 3), "2": ("skipped", None), "3": ("answered", None), "4": ("answered", 4),
    }  # fmt: skip


def test_in_her_hands_the_session_opens_the_form_and_nothing_else(cast: Cast) -> None:
    client, form = client_of(cast["Priya"]), offered(cast)
    client.get(fill(form, "start"))
    for path in ("/", "/children/", "/account/password/", reverse("feedback:one", args=[form.pk])):
        assert client.get(path)["Location"] == fill(form, "start"), path
        assert client.post(path)["Location"] == fill(form, "start"), path
    other = offered(cast, "Theo")
    assert client.get(fill(other, "start"))["Location"] == fill(form, "start")
    done = client.get(fill(form, "start")).text
    assert "Sign out" not in done
    assert "Childline" in done


def test_only_the_worker_unlocks_it(cast: Cast) -> None:
    client, form = client_of(cast["Priya"]), offered(cast)
    client.get(fill(form, "start"))
    back = reverse("handing:give_back")
    assert client.post(back, {"secret": "wrong words here"}).status_code == 422
    assert client.post(back, {"secret": "123456"}).status_code == 422
    assert client.get("/children/").status_code == 302
    went: Any = client.post(back, {"secret": PASSWORD}, follow=True)
    assert went.request["PATH_INFO"] == reverse("feedback:one", args=[form.pk])
    assert client.get("/children/").status_code == 200


def test_after_one_comes_the_next_without_an_unlock(cast: Cast) -> None:
    client = client_of(cast["Priya"])
    ask(cast, client, people=["child", str(cast.adults["Nan"].pk)])
    maya, nan = Form.objects.order_by("pk")
    client.get(fill(maya, "start"))
    client.post(fill(maya, "start"), {"shall_we": "no"})
    assert fill(nan, "start") in client.get(fill(maya, "done")).text
    page = client.get(fill(nan, "start")).text
    assert "the Child in Need plan" in page


def test_after_the_unlock_the_worker_is_led_by_what_the_person_chose(cast: Cast) -> None:
    led = {}
    for share in ("now", "later", "manager"):
        client, form = client_of(cast["Priya"]), offered(cast)
        client.get(fill(form, "start"))
        client.post(fill(form, "end"), {"share": share, "not_parents": "on"})
        back: Any = client.post(reverse("handing:give_back"), {"secret": PASSWORD}, follow=True)
        led[share] = back.request["PATH_INFO"].split("/")[1]
        one = client.get(reverse("feedback:one", args=[form.pk])).text
        assert ("chose to talk to somebody else" in one) == (share == "manager")
    assert led == {"now": "asked", "later": "children", "manager": "children"}


def test_not_today_is_an_answer(cast: Cast) -> None:
    client, form = client_of(cast["Priya"]), offered(cast)
    client.post(fill(form, "start"), {"shall_we": "no"})
    assert "You don’t have to" in client.get(fill(form, "done")).text
    form.refresh_from_db()
    assert form.state == "declined"


def test_simpler_words_are_shown_and_kept_that_they_were(cast: Cast) -> None:
    client, form = client_of(cast["Priya"]), offered(cast)
    went = answer(client, form, "2", go="simpler", score="2", words="what?")
    page = client.get(went["Location"])
    assert "Do I know what you want?" in page.text
    assert "what?" in page.text
    answer(client, form, "2", score="3", words="what?", simpler_used="on")
    assert form.answers.order_by("number").last().simpler_used
    answer(client, form, "3", go="simpler")
    assert form.answers.count() == 2


def test_did_i_write_it_right(cast: Cast) -> None:
    client, form = client_of(cast["Priya"]), offered(cast, how="read_out")
    went = answer(client, form, "1", score="2", words="I miss my dog")
    assert went["Location"] == fill(form, "1-right")
    assert "I miss my dog" in client.get(fill(form, "1-right")).text
    went = client.post(fill(form, "1-right"), {**ids("answer"), "right": "not_quite"})
    assert went["Location"] == fill(form, "1")
    went = answer(client, form, "1", score="2", words="I miss my dog Rex")
    client.post(fill(form, "1-right"), {**ids("answer"), "right": "yes"})
    now = form.answers.order_by("number").last()
    assert (now.words, now.written_right, now.typed_by) == (
        "I miss my dog Rex", "yes", cast["Priya"],
    )  # fmt: skip
    assert form.answers.count() == 4


def test_someone_soon_is_told_at_once_and_the_form_goes_on(cast: Cast) -> None:
    client, form = client_of(cast["Priya"]), offered(cast)
    went = answer(client, form, "3", go="soon", words="he hits me")
    assert "We told them" in client.get(went["Location"]).text
    assert Said.objects.get().soon
    assert form.answers.get().words == "he hits me"


def test_what_was_typed_stays_on_the_page_with_what_is_wrong(cast: Cast) -> None:
    client, form = client_of(cast["Priya"]), offered(cast)
    for score in ("6", "0", "3.5", "-0", "1e309", "NaN", "٥", "null", "2147483648"):
        page = answer(client, form, "1", score=score, words="still here")
        assert page.status_code == 422, score
        assert "still here" in page.text
    assert not form.answers.exists()
    page = answer(client, form, "1", words="a\0b")
    assert page.status_code == 422
    assert "cannot be kept" in page.text
    answer(client, form, "1", words="\r\n" * 65_536)
    assert form.answers.get().words == "\n" * 65_536
    assert answer(client, form, "2", words="x" * 65_537).status_code == 422


def test_paper_is_entered_as_it_stands(cast: Cast) -> None:
    client, form = client_of(cast["Priya"]), offered(cast, how="paper")
    address = reverse("feedback:paper", args=[form.pk])
    assert client.get(address).status_code == 200
    sent = {f"q{q}-{name}": str(uuid7()) for q in "1234" for name in ("answer", "call")}
    sent |= {"q1-score": "2", "q2-words": "yes you did", "q3-state": "not_asked"}
    wrong = client.post(address, {**sent, "q1-score": "7"})
    assert wrong.status_code == 422
    assert "yes you did" in wrong.text
    client.post(address, {**sent, "share": "later", "audience": "worker", "not_parents": "on"})
    states = form.answers.order_by("question").values_list("state", flat=True)
    assert list(states) == ["answered", "answered", "not_asked", "skipped"]
    said = Said.objects.get()
    assert (said.words, said.audience, said.written_by) == ("yes you did", "worker", cast["Priya"])


def test_numbers_stand_on_the_page_of_the_worker_and_the_manager_only(cast: Cast) -> None:
    form = handed_in(cast, offered(cast, "Theo"), given("1", 2, "canary comment"))
    pages = {
        n: client_of(cast[n]).get(reverse("feedback:one", args=[form.pk]))
        for n in ("Priya", "Ruth", "Ivor", "Tom", "Dana")
    }
    assert {n: p.status_code for n, p in pages.items()} == {
        "Priya": 200, "Ruth": 200, "Ivor": 200, "Tom": 404, "Dana": 404,
    }  # fmt: skip
    assert all("canary comment" in pages[n].text for n in ("Priya", "Ruth", "Ivor"))
    shows = {n: "not very well" in pages[n].text for n in ("Priya", "Ruth", "Ivor")}
    assert shows == {"Priya": True, "Ruth": True, "Ivor": False}
    assert "answered" in pages["Ivor"].text


def test_a_hasty_note_and_a_shared_reflection(cast: Cast) -> None:
    client = client_of(cast["Priya"])
    form = handed_in(cast, offered(cast), given("1", 5))
    address = reverse("feedback:hasty", args=[form.pk])
    assert client.post(address, {**ids("note"), "words": ""}).status_code == 422
    client.post(address, {**ids("note"), "words": "Five fives in ten seconds"})
    page = client.get(reverse("feedback:one", args=[form.pk])).text
    assert "Five fives in ten seconds" in page
    own = handed_in(cast, offered(cast, kind="worker", key="worker"), given("1", 3))
    ruth = client_of(cast["Ruth"])
    assert ruth.get(reverse("feedback:one", args=[own.pk])).status_code == 404
    client.post(reverse("feedback:share", args=[own.pk]))
    assert ruth.get(reverse("feedback:one", args=[own.pk])).status_code == 200


def test_a_reflection_stays_in_the_workers_hands(cast: Cast) -> None:
    client, form = client_of(cast["Priya"]), offered(cast, kind="worker", key="worker")
    assert "as you think this family" in client.get(fill(form, "start")).text
    answer(client, form, "1", score="3", words="I hope so")
    assert "Nobody but you" not in client.get("/children/").text
    client.post(fill(form, "end"))
    form.refresh_from_db()
    assert (form.state, form.said) == ("handed_in", None)
    assert "I hope so" in client.get(reverse("feedback:one", args=[form.pk])).text
