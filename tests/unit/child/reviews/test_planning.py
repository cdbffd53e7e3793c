"""A review is planned for one or several children; its chair may then read their records."""

from datetime import timedelta
from typing import Any

from django.urls import reverse

from heard.child.people.operations import make_family, restrict
from heard.child.people.permissions import reason_to_read
from heard.child.reviews.models import PlannedReview
from heard.child.reviews.queries import coming_of
from heard.kernel.ids import uuid7
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.child.reviews.screens import planned, sent

IN_TEN_DAYS = TODAY + timedelta(days=10)


def form(cast: Cast, **more: Any) -> dict[str, Any]:
    return {
        "together": str(uuid7()), "plan_type": "CIN", "due-day": IN_TEN_DAYS.day,
        "due-month": IN_TEN_DAYS.month, "due-year": IN_TEN_DAYS.year,
        "chair": str(cast.workers["Ivor"].pk), **more,
    }  # fmt: skip


def test_planning_names_a_chair_who_may_read_from_then_on(cast: Cast) -> None:
    maya = cast.children["Maya"]
    assert reason_to_read(cast["Ivor"], maya, NOON) is None
    priya = client_of(cast["Priya"])
    assert priya.post(reverse("reviews:plan", args=[maya.pk]), form(cast)).status_code == 302
    reason = reason_to_read(cast["Ivor"], maya, NOON)
    assert reason
    assert reason.name == "chair of a review"
    assert [one.due for one in coming_of([maya.pk], TODAY)] == [IN_TEN_DAYS]


def test_calling_it_off_ends_that(cast: Cast) -> None:
    maya, pk = cast.children["Maya"], planned(cast, "Maya", plan="CIN")
    priya = client_of(cast["Priya"])
    address = reverse("reviews:call_off", args=[pk])
    assert priya.post(address, {"why": ""}).status_code == 422
    assert priya.post(address, {"why": "The plan ended"}).status_code == 302
    assert reason_to_read(cast["Ivor"], maya, NOON) is None
    assert PlannedReview.objects.get(pk=pk).called_off_why == "The plan ended"
    assert priya.get(address).status_code == 404


def test_children_of_a_family_are_planned_together_one_row_each(cast: Cast) -> None:
    maya, theo = cast.children["Maya"], cast.children["Theo"]
    make_family(name="The Ellisons", children=[maya.pk, theo.pk], **SYSTEM)
    address = reverse("reviews:plan", args=[maya.pk])
    client_of(cast["Priya"]).post(address, form(cast, also=[str(theo.pk)]))
    rows = PlannedReview.objects.all()
    assert {row.child_id for row in rows} == {maya.pk, theo.pk}
    assert len({row.together for row in rows}) == 1


def test_a_child_of_another_family_cannot_be_added(cast: Cast) -> None:
    address = reverse("reviews:plan", args=[cast.children["Maya"].pk])
    sent_form = form(cast, also=[str(cast.children["Ada"].pk)])
    assert client_of(cast["Priya"]).post(address, sent_form).status_code == 422
    assert not PlannedReview.objects.exists()


def test_one_child_recorded_leads_to_the_other(cast: Cast) -> None:
    maya, theo = cast.children["Maya"], cast.children["Theo"]
    make_family(name="The Ellisons", children=[maya.pk, theo.pk], **SYSTEM)
    address = reverse("reviews:plan", args=[maya.pk])
    client_of(cast["Priya"]).post(address, form(cast, also=[str(theo.pk)]))
    of_maya = PlannedReview.objects.get(child=maya)
    ivor = client_of(cast["Ivor"])
    record = reverse("reviews:record_planned", args=[of_maya.pk])
    page = ivor.post(record, sent(plan_type="CIN"), follow=True).content.decode()
    of_theo = PlannedReview.objects.get(child=theo)
    assert reverse("reviews:record_planned", args=[of_theo.pk]) in page
    assert [one.child for one in coming_of([maya.pk, theo.pk], TODAY)] == [theo]


def test_bad_days_and_chairs_are_refused(cast: Cast) -> None:
    priya = client_of(cast["Priya"])
    address = reverse("reviews:plan", args=[cast.children["Maya"].pk])
    for wrong in ({"due-year": "2025"}, {"due-year": "2036"}, {"chair": ""}, {"chair": "Kit"}):
        assert priya.post(address, form(cast, **wrong)).status_code == 422, wrong
    assert not PlannedReview.objects.exists()


def test_a_restricted_child_stands_on_no_list_of_a_chair_who_was_not_named(cast: Cast) -> None:
    planned(cast)
    ivor = client_of(cast["Ivor"])
    mine = reverse("reviews:mine")
    assert "Theo" in ivor.get(mine).content.decode()
    reason = {"restricted": True, "reason": "A relative works here"}
    restrict(child=cast.children["Theo"].pk, **reason, **SYSTEM)
    assert "Theo" not in ivor.get(mine).content.decode()
