"""People in full on screen: kept to the letter, shown safely, written by those who may."""

import html

import pytest
from django.test import Client

from heard.child.people import operations
from heard.child.people.models import Adult, AdvocateOf, Tie
from heard.foundations.accounts.operations import add_account
from tests.cast import PASSWORD, SYSTEM, TODAY, Cast
from tests.sign_in import client_of

NAMES = [
    "x", "n" * 300, "O'Brien-Smyth", "Null", "None", "NaN", "Robert'); DROP TABLE students;--",
    "=1+1", "@x", "X Æ A-12", "Llŷr", "محمد", "\u202eevil\u202c", "👨‍👩‍👧‍👦", "Z̷a̷l̷g̷o̷",
    "e\u0301 and é", "<b>Ann</b>", "{{7*7}}", "  two spaces ",
]  # fmt: skip
ABOUT = {
    "known_as": "", "language": "Tigrinya", "interpreter": "on",
    "communication": "With symbols", "disability": ["LD", "COMM"],
}  # fmt: skip


def at(cast: Cast, *parts: str) -> str:
    return f"/children/{cast.children['Maya'].pk}/" + "".join(f"{part}/" for part in parts)


def record(client: Client, cast: Cast) -> str:
    return client.get(at(cast)).content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_kept_to_the_letter_and_shown_apart(cast: Cast, name: str) -> None:
    client = client_of(cast["Priya"])
    assert client.post(at(cast, "describe"), {**ABOUT, "known_as": name}).status_code == 302
    maya = cast.children["Maya"]
    maya.refresh_from_db()
    assert maya.known_as == name
    shown = html.unescape(record(client, cast))
    assert f'<dd class="govuk-summary-list__value" dir="auto">{name}</dd>' in shown
    assert "<b>Ann</b>" not in record(client, cast)


def test_301_letters_and_a_nul_are_refused_in_words_and_kept_on_the_page(cast: Cast) -> None:
    client = client_of(cast["Priya"])
    for name in ("n" * 301, "a\x00b"):
        answer = client.post(at(cast, "describe"), {**ABOUT, "known_as": name})
        assert answer.status_code == 422
        assert "With symbols" in answer.content.decode()
    assert (
        "n" * 301
        in client.post(at(cast, "describe"), {**ABOUT, "known_as": "n" * 301}).content.decode()
    )


def test_what_a_child_needs_stands_on_the_record(cast: Cast) -> None:
    client = client_of(cast["Priya"])
    client.post(at(cast, "describe"), ABOUT)
    page = record(client, cast)
    for words in ("Tigrinya", "With symbols", "Communication, Learning"):
        assert words in page
    wrong = client.post(at(cast, "describe"), {**ABOUT, "disability": ["NONE", "LD"]})
    assert wrong.status_code == 422
    assert "stands alone" in wrong.content.decode()


def test_somebody_joins_and_leaves_the_network(cast: Cast) -> None:
    client = client_of(cast["Priya"])
    jo = {"name": "Jo", "kind": "network", "relation": "mum’s friend", "chosen_by_child": "on",
          "helps_with": "football", "contact": "14 Alder Row"}  # fmt: skip
    assert client.post(at(cast, "network"), jo).status_code == 302
    page = record(client, cast)
    for words in ("Jo", "mum’s friend, family or friend, chosen by the child", "football"):
        assert words in page
    tie = Tie.objects.get(adult__name="Jo")
    end = {"on-day": "23", "on-month": "11", "on-year": "2026"}
    assert client.post(at(cast, "network", str(tie.pk)), end).status_code == 302
    assert "Jo" not in record(client, cast)
    tie.refresh_from_db()
    assert tie.until == TODAY
    assert client.post(at(cast, "network", str(tie.pk)), end).status_code == 404


def test_how_to_reach_somebody_is_for_the_worker_and_the_manager(cast: Cast) -> None:
    pages = {name: record(client_of(cast[name]), cast) for name in ("Priya", "Ruth")}
    assert all("07700 900123" in page for page in pages.values())
    client = client_of(cast["Tom"])
    client.post(at(cast, "open"), {"reason": "The school rang the duty desk"})
    page = record(client, cast)
    assert "grandmother" in page
    assert "07700" not in page


def test_brothers_and_sisters_share_a_family_and_its_adults(cast: Cast) -> None:
    client = client_of(cast["Priya"])
    wrong = client.post(at(cast, "family"), {"name": "The Ellisons", "children": "NM-Ada"})
    assert wrong.status_code == 422
    assert "NM-Ada" in wrong.content.decode()
    right = {"name": "The Ellisons", "children": "NM-Theo\n"}
    assert client.post(at(cast, "family"), right).status_code == 302
    theo = f"/children/{cast.children['Theo'].pk}/"
    assert "The Ellisons" in client.get(theo).content.decode()
    nan = {"adult": str(cast.adults["Nan"].pk), "kind": "carer", "relation": "nan"}
    assert client.post(f"{theo}network/", nan).status_code == 302
    assert Adult.objects.filter(name="Nan").count() == 1
    assert "Nan" in client.get(theo).content.decode()


def test_another_advocate_takes_the_place_of_the_one_before(cast: Cast) -> None:
    new = add_account(
        email="ada@northmoor.example", name="Adil", roles=frozenset({"advocate"}),
        password=PASSWORD, **SYSTEM,
    )  # fmt: skip
    typed = {"staff": str(new.pk), "since-day": "23", "since-month": "11", "since-year": "2026"}
    client = client_of(cast["Priya"])
    assert client.post(at(cast, "advocate"), typed).status_code == 302
    assert "Adil, since 23 November 2026" in record(client, cast)
    speaks = AdvocateOf.objects.filter(child=cast.children["Maya"], until=None)
    assert [row.staff.name for row in speaks] == ["Adil"]
    maya = cast.children["Maya"].pk
    operations.name_advocate(child=maya, staff=new.pk, since=TODAY, **SYSTEM)
    assert AdvocateOf.objects.filter(child=maya).count() == 2


def test_only_the_worker_and_the_manager_write(cast: Cast) -> None:
    for name, status in (("Ruth", 200), ("Tom", 404), ("Ivor", 404), ("Dev", 404)):
        assert client_of(cast[name]).get(at(cast, "describe")).status_code == status
    theo = f"/children/{cast.children['Theo'].pk}/"
    ivor = client_of(cast["Ivor"])
    assert ivor.get(theo).status_code == 200  # he chairs, and does not write here
    assert ivor.get(f"{theo}network/").status_code == 404
