"""Making a link: the safe-contact check first, the code once, nothing about whom on the slip."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from heard.child.feedback.models import Form
from heard.child.voice.codes import code_of
from heard.child.voice.models import Link
from heard.foundations.audit.guard import writing_allowed
from heard.kernel.ids import uuid7
from tests.cast import Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.family.made import Phone, nans_form, told_by_nan
from tests.unit.child.feedback.made import offered
from tests.unit.child.voice.made import said

pytestmark = pytest.mark.django_db
SAFE = {"way": "own_phone", "safe": "yes", "alone": "yes", "words": "She says it is hers alone"}


@pytest.fixture
def priya(cast: Cast) -> Client:
    return client_of(cast["Priya"])


@pytest.fixture
def form(cast: Cast) -> UUID:
    """A form for Nan, offered and not yet left with her."""
    return offered(cast, kind="adult", key="adult", adult=cast.adults["Nan"].pk).pk


def make(client: Client, path: str, **chosen: Any) -> HttpResponse:
    return client.post(path, {"id": uuid7(), **SAFE, **chosen}, follow=True)


def test_after_the_check_the_code_stands_on_a_slip(priya: Client, form: UUID) -> None:
    page = make(priya, f"/links/form/{form}/")
    link, words = Link.objects.get(), page.content.decode()
    slip = words.split("<section")[1].split("</section>")[0]
    assert code_of(link.pk) in slip
    assert "<svg" in slip
    assert "Nan" not in slip
    assert "Maya" not in slip
    assert Form.objects.get(pk=form).state == "left_with_family"
    assert (link.safe_words, link.made_by.name) == (SAFE["words"], "Priya")


@pytest.mark.parametrize("lacking", ["safe", "alone", "words", "way"])
@pytest.mark.parametrize("value", ["", "no"])
def test_without_the_whole_check_there_is_no_link(
    priya: Client, form: UUID, lacking: str, value: str
) -> None:
    given = {lacking: "" if lacking == "words" else value}
    page = make(priya, f"/links/form/{form}/", **given)
    assert page.status_code == 422
    assert Link.objects.count() == 0
    if lacking != "words":
        assert SAFE["words"] in page.content.decode()


def test_beside_the_worker_no_phone_is_asked_about(priya: Client, form: UUID) -> None:
    make(priya, f"/links/form/{form}/", way="with_worker", safe="", alone="", words="")
    assert Link.objects.get().way == "with_worker"
    assert Form.objects.get(pk=form).state == "offered"


def test_maya_is_nine_and_gets_no_link_on_a_phone(cast: Cast, priya: Client) -> None:
    form = offered(cast).pk
    assert make(priya, f"/links/form/{form}/").status_code == 422
    assert "never goes by link" in priya.get(f"/links/form/{form}/").content.decode()
    make(priya, f"/links/form/{form}/", way="with_worker")
    assert Link.objects.get().adult is None


def test_theo_is_fifteen_and_answers_on_his_own_phone(cast: Cast, priya: Client) -> None:
    form = offered(cast, child="Theo").pk
    assert make(priya, f"/links/form/{form}/", way="letterbox").status_code == 422
    make(priya, f"/links/form/{form}/")
    assert Link.objects.get().way == "own_phone"


def test_twice_the_same_is_one_link_with_one_code(priya: Client, form: UUID) -> None:
    sent = {"id": uuid7(), **SAFE}
    pages = [priya.post(f"/links/form/{form}/", sent, follow=True) for _ in range(5)]
    link = Link.objects.get()
    assert all(code_of(link.pk) in page.content.decode() for page in pages)


def test_the_code_is_shown_for_15_minutes_to_who_made_it(cast: Cast, priya: Client) -> None:
    made = make(priya, f"/links/told/{told_by_nan(cast).pk}/")
    link, address = Link.objects.get(), made.request["PATH_INFO"]
    code = code_of(link.pk)
    assert client_of(cast["Ruth"]).get(address).status_code == 404
    with writing_allowed("test"):
        Link.objects.update(made_at=link.made_at - timedelta(minutes=16))
    assert code not in priya.get(address).content.decode()
    with writing_allowed("test"):
        Link.objects.update(made_at=link.made_at)
    assert code in priya.get(address).content.decode()
    Phone().open(code)
    assert code not in priya.get(address).content.decode()


def test_nobody_is_asked_were_you_told_before_somebody_told_them(cast: Cast, priya: Client) -> None:
    path = f"/links/told/{said(cast).pk}/"
    assert "First write down what came of it" in priya.get(path).content.decode()
    make(priya, path, way="with_worker")
    assert Link.objects.count() == 0


def test_a_finished_form_gets_no_link(cast: Cast, priya: Client) -> None:
    form, _ = nans_form(cast)
    with writing_allowed("test"):
        Form.objects.update(state="declined")
    before = Link.objects.count()
    assert "finished" in make(priya, f"/links/form/{form}/").content.decode()
    assert Link.objects.count() == before


def test_the_closing_questions_go_to_one_person(cast: Cast, priya: Client) -> None:
    maya, nan = cast.children["Maya"].pk, str(cast.adults["Nan"].pk)
    assert make(priya, f"/links/ending/{maya}/", who="child").status_code == 422
    assert make(priya, f"/links/ending/{maya}/", who=str(uuid7())).status_code == 422
    assert make(priya, f"/links/ending/{maya}/", who=nan).status_code == 200
    link = Link.objects.get()
    assert (link.purpose, link.adult) == ("ending", cast.adults["Nan"])


@pytest.mark.parametrize("name", ["Tom", "Ivor", "Sam", "Olu", "Kit", "Dev"])
def test_nobody_else_makes_one(cast: Cast, form: UUID, name: str) -> None:
    client, told = client_of(cast[name]), told_by_nan(cast).pk
    for path in (f"form/{form}", f"told/{told}", f"ending/{cast.children['Maya'].pk}"):
        assert make(client, f"/links/{path}/").status_code == 404
    assert Link.objects.count() == 0
