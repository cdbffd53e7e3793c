"""Who may do what (law 7): the hand-written tables, against every page, every member of the cast
and every relation to the child.

`who_may_do_what.csv` says for each page who may open it; `relations.csv` says for each relation to
a child who may read the record. A page of a child opens to those whom both tables name. A page
that is not in the table fails the build, and so does a reference that says something else.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from heard.authority.returns import operations as returns
from heard.config.reference.doors import Page, pages_of
from tests.cast import NOON, ROLES, TODAY, Cast
from tests.promises.samples import RELATIONS, make_samples, signed_in

HERE = Path(__file__).parent
PEOPLE = ["visitor", *ROLES]
OF_A_CHILD = {"a reason", "a reason but glass", "worker", "manager"}
OF_WHAT_WAS_SAID = {"what was said"}  # test_who_may_see_said.py


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
@pytest.mark.parametrize("person", PEOPLE)
def test_every_page_answers_each_person_as_the_table_says(cast: Cast, person: str) -> None:
    samples = make_samples(cast)
    wrong = []
    for page in PAGES.values():
        row = EXPECTED[page.name]
        if row["further"] in OF_A_CHILD | OF_WHAT_WAS_SAID:
            continue
        want = wanted(row, person)
        got = answer(signed_in(cast, person), page, samples.arguments(page.name, person))
        if got != want:
            wrong.append(f"{page.name}: {got}, not {want}")
    assert not wrong


def wanted(row: dict[str, str], person: str) -> str:
    """Return the answer to a page about one thing: "only ..." names whom it concerns."""
    if row["further"] == "signer" and person == "Olu":
        return "no"
    if row["further"].startswith("only ") and person != "visitor":
        return row[person] if person in row["further"].split()[1:] else "no"
    return row[person]


@pytest.mark.django_db
@pytest.mark.parametrize("relation", RELATIONS)
def test_pages_of_a_child_open_to_those_with_a_reason(cast: Cast, relation: str) -> None:
    child = RELATIONS[relation](cast)
    wrong = []
    for person, page, want in expected_of_children(relation):
        got = answer(signed_in(cast, person), page, {"child": child.pk})
        if got != want:
            wrong.append(f"{page.name} {person}: {got}, not {want}")
    assert not wrong


@pytest.mark.django_db
def test_a_named_delegate_signs_on_their_days_only(cast: Cast) -> None:
    samples = make_samples(cast)
    page = PAGES["returns:sign"]
    arguments = samples.arguments(page.name, "Olu")
    assert answer(signed_in(cast, "Olu"), page, arguments) == "no"
    days = {"from_day": TODAY, "until_day": TODAY}
    returns.name_delegate(staff=cast["Olu"], **days, by=cast["Dana"].actor, at=NOON)
    assert answer(signed_in(cast, "Olu"), page, arguments) == "yes"


def expected_of_children(relation: str) -> Iterator[tuple[str, Page, str]]:
    """Yield each person, each page of a child, and the answer that both tables give together."""
    for person in PEOPLE:
        for page in PAGES.values():
            row = EXPECTED[page.name]
            if row["further"] in OF_A_CHILD:
                reads = EXPECTED_RELATIONS[relation][person]
                yield person, page, combined(row[person], row["further"], reads)


def combined(of_page: str, further: str, relation: str) -> str:
    """Some pages are the manager's, some the worker's and manager's; a reason opens the record."""
    if of_page != "yes":
        return of_page
    if further == "manager":
        return "yes" if relation == "manager" else "no"
    if further == "worker":
        return "yes" if relation in {"worker", "manager"} else "no"
    if further == "a reason but glass" and relation == "glass":
        return "no"
    return "no" if relation == "no" else "yes"


def answer(client: Client, page: Page, arguments: dict[str, object]) -> str:
    """Return how a page answers: yes, no (it is not there), or sign in. Nothing is kept."""
    address = reverse(page.name, kwargs=arguments)
    with transaction.atomic():
        ask = client.post if EXPECTED[page.name]["method"] == "POST" else client.get
        response = ask(address)
        transaction.set_rollback(True)
    if response.status_code == 404:
        return "no"
    if response.status_code == 302 and response["Location"].startswith("/account/login/?"):
        return "sign in"
    assert response.status_code not in {405, 500}, page.name
    return "yes"
