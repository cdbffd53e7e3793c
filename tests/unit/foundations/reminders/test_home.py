"""The home page and one's own alerts."""

from datetime import datetime

import pytest
from django.test import Client

from heard.foundations.deployment.clock import LONDON
from heard.foundations.reminders.models import Alert
from heard.foundations.reminders.operations import raise_alert
from heard.foundations.reminders.rules import greeting
from tests.cast import SYSTEM, Cast
from tests.sign_in import client_of


@pytest.mark.parametrize(
    "hour,words",
    [(0, "Good morning"), (11, "Good morning"), (12, "Good afternoon"), (18, "Good evening")],
)
def test_greeting_follows_london(hour: int, words: str) -> None:
    assert greeting(datetime(2026, 7, 1, hour, 30, tzinfo=LONDON)) == words


def test_home_greets_and_shows_only_what_this_person_may_open(cast: Cast) -> None:
    kit = client_of(cast["Kit"]).get("/").content.decode()
    assert ', <span dir="auto">Kit</span>' in kit
    assert "/accounts/" in kit
    assert "Change the authority&#39;s own settings" in kit
    olu = client_of(cast["Olu"]).get("/").content.decode()
    assert "/accounts/" not in olu
    assert "Nothing is waiting" in olu


def tell(cast: Cast, *names: str, text: str = "Somebody opened a record of your team") -> None:
    to = [cast[name].pk for name in names]
    raise_alert(to=to, kind="glass", text=text, link="/help/", **SYSTEM)


def test_alerts_wait_until_they_are_seen(cast: Cast) -> None:
    tell(cast, "Ruth", "Priya")
    ruth = client_of(cast["Ruth"])
    assert "Somebody opened a record" in ruth.get("/").content.decode()
    mine = Alert.objects.get(staff=cast["Ruth"])
    assert ruth.post(f"/alerts/{mine.pk}/seen/").url == "/alerts/"
    assert "Nothing is waiting" in ruth.get("/").content.decode()
    assert "Somebody opened a record" in ruth.get("/alerts/").content.decode()  # kept, as seen
    assert Alert.objects.get(staff=cast["Priya"]).seen_at is None


def test_another_persons_alert_is_neither_shown_nor_seen(cast: Cast) -> None:
    tell(cast, "Ruth")
    tom: Client = client_of(cast["Tom"])
    assert "Somebody opened" not in tom.get("/alerts/").content.decode()
    theirs = Alert.objects.get()
    assert tom.post(f"/alerts/{theirs.pk}/seen/").status_code == 404
    theirs.refresh_from_db()
    assert theirs.seen_at is None


def test_many_alerts_are_counted_and_the_first_five_shown(cast: Cast) -> None:
    for n in range(7):
        tell(cast, "Ruth", text=f"Alert number {n}")
    page = client_of(cast["Ruth"]).get("/").content.decode()
    assert page.count("Alert number") == 5
    assert "See all 7" in page
    assert "Alert number 6" in page  # the newest
