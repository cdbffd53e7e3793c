"""Opening one review row behind a figure."""

import pytest

from heard.child.people.opened_facts import NoSuchFact
from heard.child.people.permissions import NotYours
from heard.child.reviews.facts import facts
from heard.child.reviews.models import Review
from heard.child.reviews.queries import fact_page
from heard.foundations.audit.models import AuditEvent
from heard.kernel.time import ReportingYear
from tests.cast import NOON, TODAY
from tests.unit.child.reviews.test_counts import held

pytestmark = pytest.mark.django_db


def test_it_shows_code_scheme_and_wording(cast):
    page = fact_page(cast["Olu"], Review.objects.get().pk.hex, NOON)
    (row,) = page.rows
    assert page.whose.authority_id == "NM-Theo"
    assert (page.plan_type, page.counted, page.rule) == ("CLA", "PN1", "2b-coded")
    assert (row.scheme, row.code, row.counts_as, row.source) == (
        "voice-2023",
        "PN1",
        "PN1",
        "heard",
    )
    assert row.wording.startswith("Child/young person attends")


def test_it_shows_every_row_of_the_review(cast):
    maya = cast.children["Maya"]
    one = held(maya, "voice-2023", "PN8")
    two = held(maya, "local", "somebody spoke")
    off = held(maya, "ssda903", "PN2", cancelled=True)
    page = fact_page(cast["Olu"], two.pk.hex, NOON)
    assert [(row.ref, row.opened) for row in page.rows] == [
        (one.pk.hex, False),
        (two.pk.hex, True),
        (off.pk.hex, False),
    ]
    assert [row.counts_as for row in page.rows] == ["PN8", "", "PN3"]
    assert [row.has_reason for row in page.rows] == [True, False, False]
    assert "hospital" not in repr(page)


def test_it_says_what_the_facts_door_said(cast):
    maya = cast.children["Maya"]
    for scheme, code, off in (
        ("voice-2023", "PN3", False),
        ("ssda903", "PN2", False),
        ("voice-2023", "PN1", True),
    ):
        held(maya, scheme, code, cancelled=off)
    told = list(facts(ReportingYear(2025), TODAY))
    assert len(told) == 3
    for fact in told:
        page = fact_page(cast["Olu"], fact.ref, NOON)
        assert (page.counted, page.rule) == (fact.counted, fact.rule)
        assert page.whose.child == fact.child


@pytest.mark.parametrize("ref", ["", "nothing", "0" * 32, "../../etc", "0198c0de-0000-7000-8000-0"])
def test_a_ref_of_nothing(cast, ref):
    with pytest.raises(NoSuchFact):
        fact_page(cast["Olu"], ref, NOON)


@pytest.mark.parametrize("ref", [None, "nothing"])
def test_who_may_not_open_facts_never_learns_what_is_there(cast, ref):
    before = AuditEvent.objects.count()
    with pytest.raises(NotYours):
        fact_page(cast["Priya"], ref or Review.objects.get().pk.hex, NOON)
    assert AuditEvent.objects.count() == before
