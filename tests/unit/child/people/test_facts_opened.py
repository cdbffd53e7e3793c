"""Opening one fact: who may, whose it is, and that the look is written down."""

import json
from datetime import timedelta

import pytest

from heard.child.people import operations
from heard.child.people.models import Child
from heard.child.people.opened_facts import Whose, open_fact
from heard.child.people.permissions import NotYours
from heard.foundations.audit.models import AuditEvent
from tests.cast import NOON, SYSTEM, TODAY

pytestmark = pytest.mark.django_db


def opened(cast, child="Maya", by="Olu", day=None):
    of = Child.objects.get(pk=cast.children[child].pk)
    return open_fact(cast[by], of, "a test of it", day, NOON)


def test_it_says_whose_it_is_and_who_worked_with_them(cast):
    maya = cast.children["Maya"]
    assert opened(cast) == Whose(maya.pk.hex, "NM-Maya", "Priya", "East", withheld=False)
    assert opened(cast, "Ada").worker == "Sam"


def test_the_worker_is_that_of_the_day(cast):
    maya = cast.children["Maya"].pk
    operations.allocate(child=maya, worker=cast.workers["Sam"].pk, on=TODAY, **SYSTEM)
    assert opened(cast).worker == "Sam"
    assert opened(cast, day=TODAY - timedelta(days=5)).worker == "Priya"
    before = opened(cast, day=TODAY - timedelta(days=500))
    assert (before.worker, before.team) == ("", "")


def test_the_look_is_written_down(cast):
    opened(cast)
    event = AuditEvent.objects.order_by("-seq")[0]
    assert (event.verb, event.actor_name) == ("record.read", "Olu")
    assert event.child == str(cast.children["Maya"].pk)
    assert json.loads(event.data)["what"] == "a test of it"


@pytest.mark.parametrize("by", ["Priya", "Ruth", "Dana", "Lena", "Kit", "Ivor"])
def test_without_the_permission_it_stays_closed(cast, by):
    before = AuditEvent.objects.count()
    with pytest.raises(NotYours):
        opened(cast, by=by)
    assert AuditEvent.objects.count() == before


def test_of_a_restricted_record_whose_it_is_stays_closed(cast):
    maya = cast.children["Maya"].pk
    operations.restrict(child=maya, restricted=True, reason="known to staff", **SYSTEM)
    assert opened(cast) == Whose(maya.hex, "", "", "", withheld=True)
    operations.name_reader(child=maya, staff=cast["Olu"].pk, reason="prepares it", **SYSTEM)
    assert opened(cast).authority_id == "NM-Maya"
