"""Coming in: who asks is shown to anybody with the link, the rest to one browser, once."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from heard.child.voice import operations as voice
from heard.child.voice.codes import LENGTH, SIGNS, code_of, key_of
from heard.child.voice.models import DoorTries, Link
from heard.child.voice.rules import MOST_TRIES
from heard.config.logs import formatter
from heard.foundations.audit.models import AuditEvent
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7
from tests.cast import SYSTEM, Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.family.made import (
    CHECK,
    Phone,
    held,
    link_for,
    one_link,
    told_by_nan,
)

pytestmark = pytest.mark.django_db
GUESS = "/family/ACDEF-GHJKM-NPQRT/"


@pytest.fixture
def code(cast: Cast) -> str:
    """The code of a link that asks Nan whether she was told."""
    return link_for(cast, "told", told_by_nan(cast).pk, at=clock.now())


def heading(page: HttpResponse) -> str:
    return page.content.decode().split('<h1 class="govuk-heading-xl">')[1].split("</h1>")[0]


def test_a_code_has_64_bits_or_more_and_is_kept_as_a_keyed_hash() -> None:
    codes = {code_of(uuid7()) for _ in range(500)}
    assert len(codes) == 500
    assert len(SIGNS) ** LENGTH > 2**64
    assert key_of("acd ef-g") == key_of("ACDEFG")


def test_the_code_stands_in_no_table(cast: Cast, code: str) -> None:
    row = one_link()
    kept = " ".join(str(getattr(row, f.name)) for f in Link._meta.concrete_fields)
    trail = " ".join(f"{e.data} {e.subject_id}" for e in AuditEvent.objects.all())
    for place in (kept, trail):
        assert code not in place
        assert code.replace("-", "") not in place


def test_looking_opens_nothing_and_names_only_who_asks(cast: Cast, code: str) -> None:
    page = Client().get(f"/family/{code}/")
    assert "Priya says that you were told" in page.content.decode()
    for hidden in ("Nan", "Maya", "Sundays", "She cries"):
        assert hidden not in page.content.decode()
    assert one_link().opened_by == ""


def test_yes_opens_it_in_this_browser_and_in_no_other(code: str) -> None:
    nan, other = Phone(), Phone()
    assert "She cries on Sundays." in nan.open(code).content.decode()
    seen = other.get(f"/family/{code}/")
    assert heading(seen) == "You told us something"
    refused = other.open(code)
    assert (refused.status_code, heading(refused)) == (404, "This was opened somewhere else")
    assert other.get(f"/family/on/{one_link().pk}/").status_code == 404
    assert "She cries" in nan.get(f"/family/{code}/").content.decode()


def test_a_double_click_on_yes_opens_it_once_for_the_same_browser(code: str) -> None:
    sent = {"shall_we": "yes", **held(Phone().get(f"/family/{code}/"))}
    clicks = [Phone() for _ in range(5)]  # none has the answer, nor the cookie, of another
    answers = [phone.post("/family/open/", **sent) for phone in clicks]
    assert all("She cries" in a.content.decode() for a in answers)
    assert len({p.client.cookies["heard-family"].value for p in clicks}) == 1


def test_not_today_changes_nothing(code: str) -> None:
    phone = Phone()
    assert heading(phone.open(code, shall_we="later")) == "That is fine"
    assert one_link().opened_by == ""


def test_a_typed_code_opens_the_same_and_stands_in_no_address(code: str) -> None:
    phone = Phone()
    typed = phone.post("/family/", code=f" {code.replace('-', ' ').lower()} ")
    assert heading(typed) == "You told us something"
    assert typed.request["PATH_INFO"] == "/family/"
    opened = phone.send(typed, "/family/open/", shall_we="yes")
    assert "She cries" in opened.content.decode()
    assert code not in opened.request["PATH_INFO"]


@pytest.mark.parametrize("typed", ["", "ACDEF-GHJKM-NPQRT", "x" * 100, "' OR 1=1 --", "é\u202e"])
def test_a_wrong_code_is_said_so_and_stays_on_the_page(cast: Cast, typed: str) -> None:
    page = Phone().post("/family/", code=typed)
    assert page.status_code == 422
    assert Link.objects.count() == 0


def test_the_cookie_is_for_this_door_alone(code: str) -> None:
    phone = Phone()
    phone.open(code)
    cookie = phone.client.cookies["heard-family"]
    assert (cookie["path"], cookie["samesite"]) == ("/family/", "Strict")
    assert cookie["httponly"]
    assert set(phone.client.cookies) == {"heard-family"}


def test_nothing_is_kept_by_browsers_or_told_to_others(code: str) -> None:
    for path in ("/family/", f"/family/{code}/", GUESS, "/family/on/x/", "/family/later/"):
        answer = Client().get(path)
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["X-Frame-Options"] == "DENY"
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert "<title>A message</title>" in answer.content.decode()
        assert 'rel="noreferrer noopener"' in answer.content.decode()
        assert not answer.cookies


@pytest.mark.parametrize("why", ["late", "ended", "replaced"])
def test_a_link_that_is_over_says_so_kindly(cast: Cast, code: str, why: str) -> None:
    row = one_link()
    now = clock.now()
    if why == "late":
        code = link_for(cast, "told", row.subject, at=now - timedelta(days=15))
    elif why == "ended":
        voice.end_links(child=row.child_id, by=SYSTEM["by"], at=now)
    else:
        link_for(cast, "told", row.subject, at=now)
    page = Phone().get(f"/family/{code}/")
    assert page.status_code == 404
    assert "Priya" not in page.content.decode()
    assert heading(page) == ("This has run out" if why == "late" else "This is closed now")


def test_whoever_opened_it_in_time_has_a_day_to_finish(cast: Cast, code: str) -> None:
    made = clock.now() - timedelta(days=13, hours=23)
    code = link_for(cast, "told", one_link().subject, at=made)
    Phone().open(code)
    row = Link.objects.get(key=key_of(code))
    assert row.expires_at - row.opened_at >= timedelta(days=1)


def test_the_whole_door_rests_after_many_wrong_codes(cast: Cast, code: str) -> None:
    nan = Phone()
    nan.open(code)
    for _ in range(MOST_TRIES):
        assert Client().get(GUESS).status_code == 404
    right, wrong = Client().get(f"/family/{code}/"), Client().get(GUESS)
    assert right.status_code == wrong.status_code == 429
    assert right.content == wrong.content
    assert "She cries" in nan.get(f"/family/on/{one_link().pk}/").content.decode()
    assert DoorTries.objects.get().count == MOST_TRIES


def test_it_wakes_again(cast: Cast, code: str) -> None:
    before = clock.now() - timedelta(minutes=6)
    for _ in range(MOST_TRIES):
        voice.code_was_wrong(by=SYSTEM["by"], at=before)
    assert Client().get(f"/family/{code}/").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    ],
)  # fmt: skip
def test_a_form_of_another_site_does_not_come_in(code: str, headers: dict[str, str]) -> None:
    sent = {"shall_we": "yes", **held(Client().get(f"/family/{code}/"))}
    assert Client(headers=headers).post("/family/open/", sent).status_code == 403
    assert one_link().opened_by == ""


def test_no_line_of_the_log_holds_a_code(
    cast: Cast, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    voice.end_links(child=one_link().child_id, by=SYSTEM["by"], at=clock.now())
    Client().get(f"/family/{code}/")
    Client(headers={"Origin": "null"}).post("/family/open/", {"code": code})
    Phone().post("/family/", code=code)
    assert len(caplog.records) >= 3
    lines = [formatter().format(record) for record in caplog.records]
    assert any("family/<str:code>/" in line for line in lines)
    assert not [line for line in lines if code in line or code[:5] in line]


def test_staff_sessions_play_no_role_here(cast: Cast, code: str) -> None:
    for path in ("/family/", GUESS, f"/family/on/{one_link().pk}/"):
        mine, nobodys = client_of(cast["Priya"]).get(path), Client().get(path)
        assert mine.status_code == nobodys.status_code
        assert "Priya" not in mine.content.decode()
        assert "sessionid" not in mine.cookies


@pytest.mark.parametrize(
    "path", ["/family/children/", "/family/../children/", "/family/account/login/"]
)
def test_no_staff_page_stands_behind_this_door(path: str) -> None:
    page = Client().get(path)
    assert page.status_code == 404
    assert "Sign in" not in page.content.decode()


def test_a_child_under_11_never_answers_by_a_link_on_a_phone(cast: Cast) -> None:
    said = told_by_nan(cast).pk
    with pytest.raises(voice.NotSafe, match="beside you"):
        link_for(cast, "told", said, nan=False)
    with pytest.raises(voice.NotSafe, match="own phone"):
        link_for(cast, "told", said, CHECK._replace(way="letterbox"), nan=False, child="Theo")
    assert Link.objects.count() == 0
    together = link_for(cast, "told", said, CHECK._replace(way="with_worker"), nan=False)
    assert (one_link().expires_at - one_link().made_at) == timedelta(days=1)
    assert together
