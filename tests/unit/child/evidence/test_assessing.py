"""The worker puts an assessment up; it completes on the day when the manager authorises it."""

from typing import Any

from django.urls import reverse

from heard.child.evidence.models import Assessment, Point
from heard.child.people.operations import make_family
from heard.kernel.ids import uuid7
from tests.cast import SYSTEM, TODAY, Cast
from tests.sign_in import client_of


def put_up(cast: Cast, **more: Any) -> Assessment:
    maya, theo = cast.children["Maya"], cast.children["Theo"]
    make_family(name="The Ellisons", children=[maya.pk, theo.pk], **SYSTEM)
    form = {"id": str(uuid7()), "also": [str(theo.pk)], "reference": "A-17", **more}
    address = reverse("evidence:put_up", args=[maya.pk])
    client = client_of(cast["Priya"])
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 302]
    return Assessment.objects.get()


def days(one: Assessment) -> set[Any]:
    return set(Point.objects.filter(authority_point_id=one.pk.hex).values_list("day", flat=True))


def test_it_is_a_point_for_each_child_once_it_is_authorised(cast: Cast) -> None:
    one = put_up(cast)
    assert days(one) == {None}
    ruth, address = client_of(cast["Ruth"]), reverse("evidence:authorise", args=[one.pk])
    # Their ids of one moment are in no order, so either may be named first.
    waiting = ruth.get(reverse("evidence:waiting")).content.decode()
    assert "Maya, Theo" in waiting or "Theo, Maya" in waiting
    assert ruth.post(address, {"what": "authorise", "why": ""}).status_code == 302
    assert days(one) == {TODAY}
    assert Point.objects.count() == 2


def test_one_that_is_sent_back_never_completes_and_says_why(cast: Cast) -> None:
    one = put_up(cast)
    ruth, address = client_of(cast["Ruth"]), reverse("evidence:authorise", args=[one.pk])
    assert ruth.post(address, {"what": "send_back", "why": " "}).status_code == 422
    ruth.post(address, {"what": "send_back", "why": "Maya's own words are missing"})
    ruth.post(address, {"what": "authorise", "why": ""})
    assert days(one) == {None}
    page = reverse("evidence:of_child", args=[cast.children["Maya"].pk])
    assert "own words are missing" in client_of(cast["Priya"]).get(page).content.decode()


def test_a_child_of_another_family_cannot_be_put_on_it(cast: Cast) -> None:
    address = reverse("evidence:put_up", args=[cast.children["Maya"].pk])
    form = {"id": str(uuid7()), "also": [str(cast.children["Ada"].pk)]}
    assert client_of(cast["Priya"]).post(address, form).status_code == 422
    assert not Assessment.objects.exists()


def test_only_their_worker_and_manager_put_it_up_and_only_the_manager_authorises(
    cast: Cast,
) -> None:
    one = put_up(cast)
    for name in ("Tom", "Sam", "Dana"):
        address = reverse("evidence:put_up", args=[cast.children["Maya"].pk])
        assert client_of(cast[name]).get(address).status_code == 404, name
    address = reverse("evidence:authorise", args=[one.pk])
    for name in ("Priya", "Tom", "Sam", "Ivor"):
        assert client_of(cast[name]).post(address, {"what": "authorise"}).status_code == 404, name
    assert days(one) == {None}
