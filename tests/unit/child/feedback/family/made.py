"""Links of each purpose, and a person with a browser of their own."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from heard.child.voice import operations as voice
from heard.child.voice.models import Link, Said
from heard.child.voice.operations import SafeCheck
from heard.foundations.deployment import clock
from heard.kernel.ids import uuid7
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.unit.child.feedback.made import offered

CHECK = SafeCheck("own_phone", "Nan says that only she uses this phone")


def told_by_nan(cast: Cast) -> Said:
    """Nan said something, it was answered, and Priya says that she told her."""
    maya, nan = cast.children["Maya"].pk, cast.adults["Nan"].pk
    words = voice.Words(
        way="call", words="She cries on Sundays.", happened_on=TODAY, adult=nan,
        audience="worker", not_parents=False,
    )  # fmt: skip
    said = voice.say(id=uuid7(), child=maya, said=words, written_by=cast["Priya"].pk, **SYSTEM)
    who: dict[str, Any] = {"said": said.pk, "staff": cast["Priya"].pk, "on": TODAY, **SYSTEM}
    voice.answer(possible=True, words="Sundays are short now.", **who)
    return voice.tell(words="On the phone", **who)


def link_for(
    cast: Cast, purpose: str, subject: UUID, check: SafeCheck = CHECK, *,
    nan: bool = True, child: str = "Maya", at: datetime = NOON,
) -> str:  # fmt: skip
    """Make a link as Priya, for Nan or for the child; return its code."""
    return voice.make_link(
        id=uuid7(), purpose=purpose, subject=subject, child=cast.children[child].pk,
        adult=cast.adults["Nan"].pk if nan else None, check=check, made_by=cast["Priya"].pk,
        by=cast["Priya"].actor, at=at,
    )  # fmt: skip


def nans_form(cast: Cast) -> tuple[UUID, str]:
    """A form left with Nan, and the code of its link."""
    form = offered(
        cast, kind="adult", key="adult", adult=cast.adults["Nan"].pk, how="left_with_family"
    )
    return form.pk, link_for(cast, "form", form.pk, at=clock.now())


class Phone:
    """Somebody's browser: it says where a form comes from, and sends what a page holds."""

    def __init__(self) -> None:
        self.client = Client(headers={"Origin": "http://testserver"})

    def get(self, path: str) -> HttpResponse:
        """Open a page."""
        return self.client.get(path, follow=True)

    def post(self, path: str, **sent: Any) -> HttpResponse:
        """Send a form, and go where it leads."""
        return self.client.post(path, sent, follow=True)

    def open(self, code: str, shall_we: str = "yes") -> HttpResponse:
        """Open a link: look at who asks, then say yes."""
        return self.post("/family/open/", shall_we=shall_we, **held(self.get(f"/family/{code}/")))

    def send(self, page: HttpResponse, path: str, **chosen: Any) -> HttpResponse:
        """Send the form on a page with something chosen on it."""
        return self.post(path, **{**held(page), **chosen})


def held(page: HttpResponse) -> dict[str, str]:
    """Return the hidden fields of a page."""
    found = re.findall(r'<input[^>]*type="hidden"[^>]*>', page.content.decode())
    pairs = ((re.search(r'name="([^"]*)"', i), re.search(r'value="([^"]*)"', i)) for i in found)
    return {n[1]: v[1] if v else "" for n, v in pairs if n}


def one_link() -> Link:
    """Return the link that was made last."""
    return Link.objects.latest("made_at")
