"""What a page asks of the database does not grow with what a child said, nor open more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.child.feedback.models import Form
from heard.child.feedback.queries import forms_of_said
from heard.child.voice.permissions import relations_of
from heard.child.voice.queries import said_by
from tests.cast import NOON, Cast
from tests.sign_in import client_of
from tests.unit.child.feedback.made import given, handed_in, offered
from tests.unit.child.voice.made import said


def form(cast: Cast, **last: str) -> Form:
    return handed_in(cast, offered(cast), given("1", 3, "sort of"), **last)


@pytest.mark.parametrize("page", ["story:of_child", "story:visit"])
def test_pages_of_a_child_ask_no_more_for_more_that_was_said(cast: Cast, page: str) -> None:
    client, address = client_of(cast["Priya"]), reverse(page, args=[cast.children["Maya"].pk])
    counted = []
    for _ in range(2):
        form(cast), said(cast, audience="worker"), said(cast, audience="helping")
        client.get(address)  # the first look at something new writes that it was opened
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_what_is_known_already_opens_what_asking_again_would(cast: Cast) -> None:
    for audience in ("worker", "helping"):
        form(cast, audience=audience)
    said(cast, audience="named", named=(cast["Dev"].pk,))
    seen = set()
    for name, staff in cast.staff.items():
        known = relations_of(staff, cast.children["Maya"], NOON)
        rows = said_by(staff, cast.children["Maya"], NOON, known)
        assert rows == said_by(staff, cast.children["Maya"], NOON)
        every = said_by(cast["Priya"], cast.children["Maya"], NOON)
        found = forms_of_said(staff, every, NOON)
        assert forms_of_said(staff, every, NOON, known) == found
        seen |= {(name, one.with_scores) for one in found.values()}
    assert seen == {("Priya", True), ("Ruth", True), ("Dev", False)}
