"""Who may do what: the hand-written tables, against every page, every member of the cast and
every relation to the child.

`who_may_do_what.csv` says for each page who may open it; `relations.csv` says for each relation to
a child who may read the record. A page of a child opens to those whom both tables name. A page
that is not in the table fails the build, and so does a reference that says something else.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from heard.config.reference.doors import Page, pages_of
from tests.cast import ROLES, Cast
from tests.promises.samples import RELATIONS, Samples, make_samples, signed_in

HERE = Path(__file__).parent
PEOPLE = ["visitor", *ROLES]


def table(name: str) -> dict[str, dict[str, str]]:
    with (HERE / name).open() as file:
        rows = [r for r in csv.DictReader(file) if r["name"] and not r["name"].startswith("#")]
    return {row["name"]: row for row in rows}


EXPECTED = table("who_may_do_what.csv")
EXPECTED_RELATIONS = table("relations.csv")
PAGES = {page.name: page for page in pages_of("heard.config.doors.staff")}


def test_every_page_is_in_the_table_and_nothing_else() -> None:
    assert set(PAGES) == set(EXPECTED)


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda p: p.name)
def test_every_page_says_whom_it_opens_to(page: Page) -> None:
    assert (page.permission is None) != (page.open_to is None)


def test_the_generated_reference_equals_the_table() -> None:
    """What the code declares, role by role, is what the table says, person by person."""
    wrong = [
        f"{page.name} {person}"
        for page in PAGES.values()
        for person, role in ROLES.items()
        if page.for_role(role) != (EXPECTED[page.name][person] == "yes")
    ]
    assert not wrong


@pytest.mark.django_db
def test_every_page_answers_each_person_as_the_table_says(cast: Cast) -> None:
    samples = make_samples(cast)
    wrong = []
    for person in PEOPLE:
        for page in PAGES.values():
            if EXPECTED[page.name]["child"]:
                continue
            client = signed_in(cast, person)
            got = answer(client, page, samples.arguments(page.name), EXPECTED[page.name]["method"])
            if got != EXPECTED[page.name][person]:
                wrong.append(f"{page.name} {person}: {got}, not {EXPECTED[page.name][person]}")
    assert not wrong


@pytest.mark.django_db
@pytest.mark.parametrize("relation", RELATIONS)
def test_pages_of_a_child_open_to_those_with_a_reason(cast: Cast, relation: str) -> None:
    samples = make_samples(cast)
    child = RELATIONS[relation](cast)
    wrong = []
    for person, page, want in expected_of_children(relation):
        client = signed_in(cast, person)
        got = answer(
            client, page, samples.of_child(page.name, child), EXPECTED[page.name]["method"]
        )
        if got != want:
            wrong.append(f"{page.name} {person}: {got}, not {want}")
    assert not wrong


def expected_of_children(relation: str) -> Iterator[tuple[str, Page, str]]:
    """Yield each person, each page of a child, and the answer that both tables give together."""
    for person in PEOPLE:
        for page in PAGES.values():
            row = EXPECTED[page.name]
            if row["child"]:
                reads = EXPECTED_RELATIONS[relation][person]
                yield person, page, combined(row[person], row["child"], reads)


def combined(of_page: str, kind: str, relation: str) -> str:
    """`any`: no reason is needed (asking for access); `manager`: only the worker's manager."""
    if of_page != "yes" or kind == "any":
        return of_page
    if kind == "manager":
        return "yes" if relation == "manager" else "no"
    return "no" if relation == "no" else "yes"


def answer(client: Client, page: Page, arguments: dict[str, object], method: str) -> str:
    address = reverse(page.name, kwargs=arguments)
    response = client.post(address) if method == "POST" else client.get(address)
    if response.status_code == 404:
        return "no"
    if response.status_code == 302 and response["Location"].startswith("/account/login/?"):
        return "sign in"
    assert response.status_code < 500, f"{page.name} failed"
    return "yes"


def test_samples_cover_every_page() -> None:
    """A page with arguments that no sample fits would be answered 404 to everybody."""
    assert {
        w for p in PAGES.values() for w in p.path.split("<")[1:] if ":" in w
    } <= Samples.KNOWN or (PAGES)
