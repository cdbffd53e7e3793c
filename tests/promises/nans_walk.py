"""Everything that Nan can ask at the family door, whatever became of the links that she was given.

Also on the worker's tablet, when it is lent to Maya and to her: then Maya's form is in her reach.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from heard.child.feedback.family import operations as through_the_door
from heard.child.feedback.models import Form
from heard.child.voice import operations as voice
from heard.child.voice.operations import Closed
from heard.child.voice.rules import MOST_TRIES
from heard.config.doors.family import URLS
from heard.config.reference.doors import pages_of
from heard.kernel.ids import uuid7
from tests.cast import SYSTEM, TODAY, Cast
from tests.promises.samples import signed_in
from tests.promises.twin_worlds import MOMENT, NAMED, Asked, without_chance
from tests.unit.child.feedback.family.made import CHECK, held, told_by_nan
from tests.unit.child.feedback.made import given, handed_in, offered

COOKIE, NANS, OTHER = "heard-family", "nan" * 15, "another" * 7
GUESS = "ACDEF-GHJKM-NPQRT"
STEPS = ("start", "1", "1-right", "4", "end", "done", "called", "nothing")
WORDS = "Nobody told me about the meeting."
SENT: tuple[dict[str, str], ...] = (
    {},
    {
        "shall_we": "yes", "go": "next", "score": "4", "words": WORDS, "told": "yes",
        "changed": WORDS, "share": "now", "right": "yes", "then": "1",
    },
    {"shall_we": "later", "go": "soon", "told": "not_yet", "better": WORDS, "right": "not_quite"},
)  # fmt: skip


class Held(NamedTuple):
    """A link as Nan has it: what became of it, its code, its number, and her browser's cookie."""

    what: str
    code: str
    link: UUID
    cookie: str


def nans_links(cast: Cast) -> list[Held]:
    """Make links of each purpose for Nan, of which everything became that can become of a link."""
    found = []
    for purpose, subject in SUBJECTS.items():
        for became in ("new", "opened", "used", "elsewhere", "ended", "late"):
            link = _link(cast, purpose, subject(cast), became)
            cookie = {"new": "", "elsewhere": OTHER}.get(became, NANS)
            found.append(Held(f"{purpose} {became}", *link, cookie))
    said = told_by_nan(cast).pk  # told, and then she says by phone that she was not
    found.append(Held("told already", *_link(cast, "told", said, "opened"), NANS))
    voice.person_says(said=said, told=False, words="", written_by=None, on=TODAY, **SYSTEM)
    return found


def _form(cast: Cast) -> UUID:
    nan = cast.adults["Nan"].pk
    return offered(cast, kind="adult", key="adult", adult=nan, how="left_with_family").pk


SUBJECTS: dict[str, Callable[[Cast], UUID]] = {
    "form": _form,
    "told": lambda cast: told_by_nan(cast).pk,
    "ending": lambda cast: uuid7(),
}


def _link(cast: Cast, purpose: str, subject: UUID, became: str) -> tuple[str, UUID]:
    link, who = uuid7(), {"by": SYSTEM["by"], "at": MOMENT}
    made = {
        "purpose": purpose, "subject": subject, "child": cast.children["Maya"].pk,
        "adult": cast.adults["Nan"].pk, "check": CHECK, "made_by": cast["Priya"].pk,
    }  # fmt: skip
    began = who | ({"at": MOMENT - timedelta(days=30)} if became == "late" else {})
    code = voice.make_link(id=link, **made, **began)
    if became != "new":
        voice.open_link(code=code, cookie=NANS, **began)
    if became == "used":
        _use(cast, purpose, subject, link)
    if became == "ended":  # a newer one was made
        voice.make_link(id=uuid7(), **made, **who)
    return code, link


def _use(cast: Cast, purpose: str, subject: UUID, link: UUID) -> None:
    who: dict[str, Any] = {"link": link, "by": SYSTEM["by"], "at": MOMENT}
    if purpose == "form":
        voice.use_link(**who)
        handed_in(cast, Form.objects.get(pk=subject), given("1", 4, WORDS))
    elif purpose == "told":
        through_the_door.say_told(told=False, words=WORDS, **who)
    else:
        through_the_door.answer_ending(answers=Closed(WORDS, "", "", for_learning=False), **who)


def ask_at_the_door(links: list[Held], hidden: UUID) -> Iterator[Asked]:
    """Ask every page of the door with every link, and with what was only guessed."""
    guessed = [Held("guessed", GUESS, hidden, cookie) for cookie in ("", NANS)]
    for one in (*links, *guessed):
        yield from _with(one)
    with transaction.atomic():
        for _ in range(MOST_TRIES):
            voice.code_was_wrong(by=SYSTEM["by"], at=MOMENT)
        yield from _with(links[0]._replace(what="resting"))
        transaction.set_rollback(True)


def _with(one: Held) -> Iterator[Asked]:
    for page in pages_of(URLS):
        names = NAMED.findall(page.path)
        steps = STEPS if one.what.startswith("form") else STEPS[:1]
        for step in steps if "step" in names else ("",):
            values = {"link": one.link, "code": one.code, "step": step}
            address = reverse(page.name, urlconf=URLS, kwargs={n: values[n] for n in names})
            yield from _asked(_phone(one.cookie), one, address)


def _phone(cookie: str) -> Client:
    phone = Client(headers={"Origin": "http://testserver"}, raise_request_exception=False)
    if cookie:
        phone.cookies[COOKIE] = cookie
    return phone


def _asked(client: Client, one: Held, address: str) -> Iterator[Asked]:
    """Look at a page; send what stands on it in each way, and go where that leads."""
    looked = list(_request(client, one, address, None))
    yield from looked
    hidden = held(HttpResponse(looked[0].body))
    for sent in SENT:
        body = {"code": one.code, "browser": NANS, **hidden, **sent}
        yield from _request(client, one, address, body)


def _request(
    client: Client, one: Held, address: str, sent: dict[str, str] | None
) -> Iterator[Asked]:
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        without_chance(patch)
        before = dict(client.cookies)
        response: Any = client.get(address) if sent is None else client.post(address, sent)
        for _ in range(5):
            headers = tuple(sorted(response.headers.items()))
            what = f"{one.what}: {address} {sent}"
            cookies = response.cookies.output()
            yield Asked("Nan", what, response.status_code, headers, cookies, response.content)
            if not 300 <= response.status_code < 400:
                break
            response = client.get(response.headers["Location"])
        client.cookies.clear()
        client.cookies.update(before)
        transaction.set_rollback(True)


def lent_together(cast: Cast) -> list[UUID]:
    """Priya asks Maya and Nan on her tablet at one visit; return their forms."""
    nan = cast.adults["Nan"].pk
    return [offered(cast).pk, offered(cast, kind="adult", key="adult", adult=nan).pk]


def ask_on_the_tablet(cast: Cast, forms: list[UUID], then: Callable[[], object]) -> Iterator[Asked]:
    """Ask every page to which Priya's tablet is lent, and some to which it is not, as its holder.

    `then` happens when the tablet is lent, before anybody asks.
    """
    with pytest.MonkeyPatch.context() as patch:
        without_chance(patch)
        tablet = signed_in(cast, "Priya")
        ways = ["/", f"/children/{cast.children['Maya'].pk}/", reverse("handing:give_back")]
        ways += [_page(form, step) for form in forms for step in STEPS]
        tablet.get(_page(forms[0], "start"))
        then()
        for address in ways:
            yield from _asked(tablet, Held("tablet", "", forms[0], ""), address)


def _page(form: UUID, step: str) -> str:
    return reverse("feedback:fill", kwargs={"form": form, "step": step})
