"""The pages: who sees what, what they say, and what happens when somebody else was first."""

import re
from pathlib import Path

import pytest

from heard.authority.returns import operations
from heard.authority.returns.models import ReturnVersion
from heard.authority.returns.queries import versions
from heard.foundations.audit.models import AuditEvent
from tests.cast import NOON, Cast
from tests.sign_in import client_of
from tests.unit.authority.returns.world import accept_all, built, items, recode, signed

ONE = "/returns/2025-26/1/"


def page(cast: Cast, who: str, address: str, *, stepped_up: bool = True) -> tuple[int, str]:
    answer = client_of(cast[who], stepped_up=stepped_up).get(address)
    return answer.status_code, answer.content.decode()


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_an_empty_page_says_how_to_begin(cast: Cast) -> None:
    assert "Build a return" in page(cast, "Olu", "/returns/")[1]
    status, html = page(cast, "Dana", "/returns/")
    assert (status, "No return yet" in html, "/returns/build/" in html) == (200, True, False)


def test_olu_builds_on_the_page(cast: Cast, facts: Path) -> None:
    answer = client_of(cast["Olu"]).post("/returns/build/", {"year": "2025-26"})
    assert (answer.status_code, answer.headers["Location"]) == (302, ONE)
    assert ReturnVersion.objects.get().built_by_name == "Olu"


def test_today_is_refused_beside_its_field(cast: Cast) -> None:
    sent = {"year": "2025-26", "as_of-day": "23", "as_of-month": "11", "as_of-year": "2026"}
    answer = client_of(cast["Olu"]).post("/returns/build/", sent)
    assert answer.status_code == 422
    assert "because today is not over" in answer.content.decode()


def test_the_letter_says_each_figure_with_who_it_leaves_out(cast: Cast, facts: Path) -> None:
    shown = items(built(cast))["2a"]["assessment"]
    said = text(page(cast, "Dana", ONE)[1])
    assert f"responded to at {shown['yes']} : {shown['percent']:.1f}%" in said
    assert f"{shown['unanswered']} had no answer" in said
    assert "built it on 23 November 2026, 12:00" in said
    assert "Facts up to 22 November 2026 are used" in said


def test_a_number_opens_to_its_facts_for_olu_and_not_for_dana(cast: Cast, facts: Path) -> None:
    built(cast)
    link = f"{ONE}facts/2a/?line=assessment&amp;counted=yes"
    assert link in page(cast, "Olu", ONE)[1]
    assert "/facts/" not in page(cast, "Dana", ONE)[1]
    assert page(cast, "Dana", f"{ONE}facts/2a/")[0] == 404


def test_a_list_of_facts_holds_as_many_as_the_figure_says(cast: Cast, facts: Path) -> None:
    number = items(built(cast))["2a"]["assessment"]["yes"]
    status, html = page(cast, "Olu", f"{ONE}facts/2a/?line=assessment&counted=yes")
    assert status == 200
    assert f"{number} facts" in html
    assert html.count("The last answer given about this point counts.") == number


def test_a_list_of_facts_names_nobody_and_is_written_down(cast: Cast, facts: Path) -> None:
    built(cast)
    html = page(cast, "Olu", f"{ONE}facts/2b/")[1]
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)', html)
    assert heads == ["Fact", "Child", "Line", "Day", "Code", "Counted as", "Rule"]
    event = AuditEvent.objects.filter(verb="records.listed").last()
    assert event is not None
    assert (event.actor_name, '"item": "2b"' in event.data) == ("Olu", True)


@pytest.mark.parametrize("what", ["facts/3a/", "facts/2a/?line=nothing", "checks/no-such-check/"])
def test_what_is_not_there_is_not_there(cast: Cast, facts: Path, what: str) -> None:
    built(cast)
    assert page(cast, "Olu", ONE + what)[0] == 404


def test_the_records_of_a_check_open(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    number = draft.records.filter(code="review-not-coded").count()
    html = page(cast, "Olu", f"{ONE}checks/review-not-coded/")[1]
    assert f"{number} record" in html
    assert html.count('<th scope="row"') == number


def test_a_note_stands_beside_its_figure(cast: Cast, facts: Path) -> None:
    built(cast)
    sent = {"about": "2b", "text": "<b>Two teams</b> moved system in May."}
    answer = client_of(cast["Olu"]).post(f"{ONE}explain/", sent)
    assert answer.status_code == 302
    html = page(cast, "Dana", ONE)[1]
    assert "&lt;b&gt;Two teams&lt;/b&gt; moved system in May." in html
    assert html.index("Two teams") > html.index('id="item-2b"')
    assert html.index("Two teams") < html.index('id="item-2c"')


def test_dana_accepts_and_signs_on_the_page(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    dana = client_of(cast["Dana"], stepped_up=True)
    address = f"{ONE}checks/review-conflict/accept/"
    sent = {"content_hash": draft.content_hash, "reason": "Settled next month"}
    assert dana.post(address, sent).status_code == 302
    seen = {"content_hash": draft.content_hash, "seen": versions.seal(draft), "read": "on"}
    assert dana.post(f"{ONE}sign/", seen).status_code == 302
    html = page(cast, "Olu", ONE)[1]
    assert "Signed by Dana, director, on 23 November 2026" in html
    assert "Settled next month" in html


def test_signing_and_taking_out_ask_for_the_second_factor_again(cast: Cast, facts: Path) -> None:
    built(cast)
    for address in (f"{ONE}sign/", f"{ONE}take-out/json/", "/returns/delegates/"):
        answer = client_of(cast["Dana"]).get(address)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/account/factor/again/")


def test_dana_is_shown_what_she_saw_beside_what_is_there_now(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    accept_all(cast, draft)
    seen = {"content_hash": draft.content_hash, "seen": versions.seal(draft), "read": "on"}
    recode("PN6")
    now = built(cast)
    answer = client_of(cast["Dana"], stepped_up=True).post(f"{ONE}sign/", seen)
    said = answer.content.decode()
    assert answer.status_code == 409
    assert draft.content_hash[:12] in said
    assert now.content_hash[:12] in said
    assert ReturnVersion.objects.get().state == "draft"


def test_the_page_of_each_version_says_how_it_stands_to_the_other(cast: Cast, facts: Path) -> None:
    signed(cast)
    recode("PN6")
    olu = client_of(cast["Olu"])
    answer = olu.post(f"{ONE}correct/", {"reason": "A chair coded a review late."})
    assert answer.headers["Location"] == "/returns/2025-26/2/"
    html = olu.get("/returns/2025-26/2/").content.decode()
    assert "This corrects version 1" in html
    assert "A chair coded a review late." in html
    changes = text(olu.get("/returns/2025-26/2/changes/").content.decode())
    assert "0 gone and 1 changed" in changes
    assert "Taking part in reviews, all plans, PN6" in changes


def test_todays_facts_are_compared_and_rows_shown_to_olu_only(cast: Cast, facts: Path) -> None:
    signed(cast)
    recode("PN6")
    assert "Facts that changed" in page(cast, "Olu", f"{ONE}today/")[1]
    html = page(cast, "Dana", f"{ONE}today/")[1]
    assert "Figures that moved" in html
    assert "Facts that changed" not in html


def test_a_delegate_is_named_on_the_page_and_sees_the_button(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    accept_all(cast, draft)
    assert f"{ONE}sign/" not in page(cast, "Olu", ONE)[1]
    days = {f"{which}-{part}": value for which in ("from_day", "until_day")
            for part, value in (("day", "23"), ("month", "11"), ("year", "2026"))}  # fmt: skip
    dana = client_of(cast["Dana"], stepped_up=True)
    sent = {"staff": str(cast["Olu"].pk), **days}
    assert dana.post("/returns/delegates/", sent).status_code == 302
    assert f"{ONE}sign/" in page(cast, "Olu", ONE)[1]


def test_a_draft_is_set_aside_on_the_page(cast: Cast, facts: Path) -> None:
    built(cast)
    olu = client_of(cast["Olu"])
    assert olu.post(f"{ONE}set-aside/").status_code == 302
    html = olu.get(ONE).content.decode()
    assert "This draft was set aside" in html
    assert "/facts/" not in html
    assert olu.get(f"{ONE}take-out/json/").status_code == 302
    again = client_of(cast["Olu"], stepped_up=True).get(f"{ONE}take-out/json/")
    assert again.status_code == 404


def test_no_page_of_returns_ranks_workers_or_teams(cast: Cast, facts: Path) -> None:
    operations.explain(
        version_id=built(cast).id, about="whole", text="x", by=cast["Olu"].actor, at=NOON
    )
    for address in (ONE, f"{ONE}facts/2c/", f"{ONE}checks/review-not-coded/"):
        said = text(page(cast, "Olu", address)[1]).lower()
        assert not re.search(r"\b(team|ranking|rank|score [0-9])\b", said), address


@pytest.mark.parametrize("item", ["2a", "2b", "2c"])
def test_every_kind_of_fact_opens_in_the_level_of_the_child(
    cast: Cast, facts: Path, item: str
) -> None:
    built(cast)
    olu = client_of(cast["Olu"])
    html = olu.get(f"{ONE}facts/{item}/").content.decode()
    links = list(dict.fromkeys(re.findall(r'href="(/facts/[^"]+)"', html)))
    assert links
    for link in links[:8]:
        assert olu.get(link).status_code == 200, link


def test_every_kind_of_record_of_a_check_opens_too(cast: Cast, facts: Path) -> None:
    draft = built(cast)
    olu = client_of(cast["Olu"])
    for check, _ in versions.checks(draft):
        html = olu.get(f"{ONE}checks/{check.code}/").content.decode()
        links = re.findall(r'href="(/facts/[^"]+)"', html)
        if check.code not in ("plan-not-published", "authority-not-set"):
            assert links, check.code
        assert all(olu.get(link).status_code == 200 for link in links[:1]), check.code
