"""Opening one point behind a figure."""

import pytest

from heard.child.evidence.facts import facts
from heard.child.evidence.queries import fact_page
from heard.child.people.models import Child
from heard.child.people.opened_facts import NoSuchFact
from heard.child.people.permissions import NotYours
from heard.foundations.audit.guard import writing_allowed
from tests.cast import NOON
from tests.unit.child.evidence.test_counts import AS_OF, DAY, LATER, YEAR, answered, reached

pytestmark = pytest.mark.django_db


def test_it_shows_the_answers_and_which_counts(cast):
    maya = cast.children["Maya"]
    reached(maya)
    answered(maya, "no", on=LATER)
    answered(maya, "not_appropriate", on=DAY)
    (fact,) = facts(YEAR, AS_OF)
    page = fact_page(cast["Olu"], fact.ref, NOON)
    assert (page.kind, page.authority_point_id, page.day, page.known) == (
        *("assessment", "A1"),
        *(DAY, True),
    )
    assert page.whose.authority_id == "NM-Maya"
    told = [(one.answer, one.answered_on, one.has_reason, one.counts) for one in page.answers]
    assert told == [("not_appropriate", DAY, True, False), ("no", LATER, False, True)]
    assert "a reason" not in repr(page)
    assert "Ruth" not in repr(page)


def test_an_answer_about_no_known_point_opens_too(cast):
    lost = answered(cast.children["Maya"], "yes", known_as="nowhere")
    page = fact_page(cast["Olu"], lost.pk.hex, NOON)
    assert (page.known, page.day, page.authority_point_id) == (False, None, "nowhere")
    assert [one.ref for one in page.answers] == [lost.pk.hex]


def test_of_a_restricted_record_the_id_of_the_point_stays_closed(cast):
    with writing_allowed("test"):
        Child.objects.update(restricted=True)
    page = fact_page(cast["Olu"], reached(cast.children["Maya"]).pk.hex, NOON)
    assert (page.whose.withheld, page.authority_point_id) == (True, "")


def test_a_ref_of_nothing(cast):
    for ref in ("nothing", "0" * 32):
        with pytest.raises(NoSuchFact):
            fact_page(cast["Olu"], ref, NOON)


def test_who_may_not_open_facts(cast):
    point = reached(cast.children["Maya"])
    for name in ("Priya", "Dana", "Kit"):
        with pytest.raises(NotYours):
            fact_page(cast[name], point.pk.hex, NOON)
