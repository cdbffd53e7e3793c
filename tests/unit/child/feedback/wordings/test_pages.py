"""The administrator's pages of the forms: the list, how one is asked, boxes, files, withdrawing."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heard.child.feedback.definitions import definition
from heard.child.feedback.definitions.ours import content_of_ours
from heard.child.feedback.models import OwnWording
from heard.child.feedback.wordings.boxes import groups_of
from heard.kernel.ids import uuid7
from tests.cast import Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.wordings.made import added, content, translated

OURS = ("child", 1, "en-GB")


@pytest.fixture
def kit(cast: Cast) -> Client:
    return client_of(cast["Kit"])


def page(name: str, *named: Any) -> str:
    return reverse(f"wordings:{name}", args=named)


def written(mark: str = "C", **changed: str) -> dict[str, str]:
    """What somebody writes into the boxes of our form with faces."""
    ours = content_of_ours(*OURS)
    assert ours is not None
    boxes = [box for group in groups_of(ours) for box in group.boxes]
    words = {b.name: "" if b.same_as else f"{mark} {b.words}" for b in boxes}
    return {**words, "id": str(uuid7()), "language": "cy", **changed}


def test_the_list_shows_ours_and_the_authoritys_own_and_which_are_offered(
    cast: Cast, kit: Client
) -> None:
    added(cast, content(language="en-GB"))
    added(cast)
    words = text(kit.get(page("list")).text)
    assert "English, version 1, With faces, for children up to 10 1 A newer version" in words
    assert "English, version 101, With faces, for children up to 10 101 Offered now Kit" in words
    assert "Welsh – Cymraeg, version 101" in words
    assert words.count("Comes with Heard") == 4


def text(html: str) -> str:
    """Return the words of a page with single spaces."""
    return " ".join(unescape(re.sub("<[^>]+>", "", html)).split())


def test_a_form_in_boxes_becomes_the_next_version_of_its_language(kit: Client) -> None:
    shown = kit.get(page("translate", *OURS)).text
    assert 'lang="en-GB" dir="ltr">How is it going?</span>' in shown
    sent = written()
    for _ in range(2):  # the same page sent twice
        answer = kit.post(page("translate", *OURS), sent)
        assert answer["Location"] == page("one", "child", 101, "cy")
    read = definition("child", 101, "cy")
    assert read.title == "C How is it going?"
    assert read.questions[1].wordings["a"] == read.questions[1].wordings["b"], "left empty: alike"
    kit.post(page("change", "child", 101, "cy"), written("Eto"))
    assert definition("child", 102, "cy").title == "Eto How is it going?"
    assert definition("child", 101, "cy").title == "C How is it going?"


def test_words_that_are_changed_stand_in_their_boxes(cast: Cast, kit: Client) -> None:
    added(cast)
    shown = kit.get(page("change", "child", 101, "cy")).text
    assert re.search(r'<textarea[^>]*name="title"[^>]*>Sut mae’n mynd\?</textarea>', shown)
    assert 'name="language"' not in shown


WRONG = [
    ({"language": ""}, "Choose the language"),
    ({"language": "xx"}, "Choose a language of the list"),
    ({"title": " "}, "Write the words of “Title”"),
    ({"title": "{plan}"}, "Take the curly brackets out"),
    ({"title": "a" * 501}, "at most 500"),
    ({"opening-0": "Am y cynllun."}, "“Sentence 1” must have {plan} in it"),
    ({"opening-0": "Am {cynllun} {plan}."}, "Heard knows no {cynllun}"),
    ({"opening-2": "Bydd {seers yn gweld"}, "stands alone"),
    ({"scale-well-1": "C not at all"}, "Two places of a scale have the same words"),
    ({"question-1-b-words": ""}, "Write the words of “Question 1: asked in Early Help"),
    ({"id": "no"}, "This page was not whole"),
]


@pytest.mark.parametrize("changed, says", WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said_and_everything_typed_stays(
    kit: Client, changed: dict[str, str], says: str
) -> None:
    sent = written(**changed)
    answer = kit.post(page("translate", *OURS), sent)
    assert answer.status_code == 422
    assert says in text(answer.text)
    assert not OwnWording.objects.exists()
    boxes = dict(re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', answer.text))
    kept = {name: words for name, words in sent.items() if name not in {"id", "language"}}
    assert {name: unescape(words) for name, words in boxes.items()} == kept
    if sent["language"] == "cy":
        assert '<option value="cy" selected>' in answer.text


def test_the_file_of_a_form_comes_back_as_the_next_version(cast: Cast, kit: Client) -> None:
    added(cast)
    answer = kit.get(page("file", "child", 101, "cy"))
    assert answer["Content-Disposition"] == 'attachment; filename="child-cy-102.json"'
    taken = json.loads(answer.content)
    assert taken == content(version=102)
    sent = send(kit, json.dumps(taken | {"title": "Newydd"}).encode())
    assert sent["Location"] == page("one", "child", 102, "cy")
    assert definition("child", 102, "cy").title == "Newydd"


def send(kit: Client, file: bytes, name: str = "form.json") -> Any:
    sent = {"id": str(uuid7()), "form": SimpleUploadedFile(name, file)}
    return kit.post(page("bring"), sent)


FILES = [
    (b"", "The file is empty"),
    (b"\xff\xfe{", "Save the file as UTF-8"),
    (b'{\n"key": }', "look at line 2"),
    (b"[" * 60_000, "This file is not a form"),
    (b"{" + b" " * 70_000 + b"}", "too big for a form"),
    (b"[NaN]", "This file is not a form"),
    (b"[]", "one object in curly brackets"),
    (b"\x89PNG\r\n", "Save the file as UTF-8"),
    (json.dumps(content(version=1)).encode(), "Versions below 101 are Heard’s"),
    (json.dumps(content(title="\0")).encode(), "cannot be kept"),
    (json.dumps(content(title="\ud800")).encode(), "cannot be kept"),
]


@pytest.mark.parametrize("file, says", FILES, ids=range(len(FILES)))
def test_a_file_that_is_no_form_is_refused_in_words(kit: Client, file: bytes, says: str) -> None:
    answer = send(kit, file)
    assert answer.status_code == 422
    assert says in text(answer.text)
    assert not OwnWording.objects.exists()


def test_no_file_is_said(kit: Client) -> None:
    answer = kit.post(page("bring"), {"id": str(uuid7())})
    assert (answer.status_code, "Choose the file" in answer.text) == (422, True)


def test_how_it_is_asked_is_shown_from_right_to_left(cast: Cast, kit: Client) -> None:
    added(cast, translated("child", "إذا", "ar"))
    shown = kit.get(page("asked", "child", 101, "ar")).text
    assert '<html lang="en-GB" dir="ltr"' in shown
    assert "look-child" in shown
    assert shown.count('lang="ar" dir="rtl"') == 2 + 5 + 2 * 9 + 4, "two are asked alike"
    assert "Priya and Ruth will see the faces" in shown
    assert "<input" not in shown.split("<main")[1], "nothing can be answered on it"
    assert shown.count("heard-face__paper") == 20


def test_a_withdrawn_one_says_so_and_ours_cannot_be_withdrawn(cast: Cast, kit: Client) -> None:
    added(cast)
    assert "Stop offering it" in kit.get(page("one", "child", 101, "cy")).text
    answer = kit.post(page("withdraw", "child", 101, "cy"))
    assert answer["Location"] == page("one", "child", 101, "cy")
    shown = kit.get(page("one", "child", 101, "cy")).text
    assert "Not offered since" in shown
    assert "Stop offering it" not in shown
    assert kit.get(page("withdraw", *OURS)).status_code == 404


@pytest.mark.parametrize(
    "named", [("child", 2, "en-GB"), ("dog", 1, "en-GB"), ("child", 10**30, "cy"),
              ("child", 101, "cy"), ("child", 101, "x\0y")],
)  # fmt: skip
def test_a_form_that_is_not_there_is_not_found(kit: Client, named: tuple[Any, ...]) -> None:
    for name in ("one", "asked", "file", "change", "translate", "withdraw"):
        assert kit.get(page(name, *named)).status_code == 404
