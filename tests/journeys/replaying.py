"""Every changing request of the journeys is sent five times at once, and again out of order later.

A double click, a refresh, a lost answer: each has one effect. While a journey runs, each form goes
off five times at the same moment, and the journey goes on with one of the answers: a promise that
stood there twice would fail it. When it has ended, all its requests are sent again in another
order, and no row of Heard may be other than before.
"""

import contextlib
import hashlib
import http.client
import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock
from urllib.parse import urlsplit

import psycopg
from playwright.sync_api import BrowserContext, Page, Route

from tests.journeys.server import Site

TIMES = 5
SET_FILES = Page.set_input_files
ONCE = re.compile(rb'(?:^|&|name=")once[="]')
# A browser keeps the bytes of files from who looks on, so they are noted when they are chosen.
A_FILE = re.compile(rb'filename="[^"]+"\r\n[^\r]*\r\n\r\n')
# What changes by being asked: the trail, notes of forms taken, sessions, wrong tries, the worker.
MOVING = (
    *("audit_", "access_", "account", "background_"),
    *("django_", "mfa_", "usersessions_", "heard_", "sqlite_"),
)


class Sent(NamedTuple):
    """One changing request as the browser sent it."""

    url: str
    headers: dict[str, str]
    body: bytes


class Answered(NamedTuple):
    """One answer to it."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


@contextmanager
def replaying(context: BrowserContext) -> Iterator[list[Sent]]:
    """Send each changing request of a browser five times at once; yield what was sent."""
    sent: list[Sent] = []
    chosen: list[bytes] = []

    def choose(page: Page, selector: str, files: str | list[str], **how: Any) -> None:
        names = [files] if isinstance(files, str) else files
        chosen[:] = [Path(name).read_bytes() for name in names]
        SET_FILES(page, selector, files, **how)

    def handle(route: Route) -> None:
        request = route.request
        body = request.post_data_buffer or b""
        if request.method != "POST" or not ONCE.search(body):
            route.continue_()
            return
        one = Sent(request.url, request.all_headers(), _with_files(body, chosen))
        sent.append(one)
        own = urlsplit(request.url).path
        answers = at_once([one] * TIMES)
        if own.startswith("/account/"):
            answers.sort(key=_let_in)
        else:
            # A page that says at once what happened says so to one; the others are led to it.
            answers.sort(key=_said_most)
            leads_to = {dict(a.headers).get("Location") for a in answers if a.status > 299}
            here = {own} if answers[0].status < 300 else set()
            assert len(leads_to | here) == 1, f"{request.url}: {leads_to}"
        headers = {name: value for name, value in answers[0].headers if name != "Set-Cookie"}
        cookies = [value for name, value in answers[0].headers if name == "Set-Cookie"]
        if cookies:
            headers["Set-Cookie"] = "\n".join(cookies)
        route.fulfill(status=answers[0].status, headers=headers, body=answers[0].body)

    context.route("**/*", handle)
    with mock.patch.object(Page, "set_input_files", choose):
        yield sent
    context.unroute("**/*", handle)


def _with_files(body: bytes, files: list[bytes]) -> bytes:
    """Put the bytes of the chosen files back where the form has them."""
    left = iter(files)
    return A_FILE.sub(lambda found: found[0] + next(left), body)


def _said_most(answer: Answered) -> tuple[int, bool]:
    """The one that took effect comes first: it carries the words that the next page says."""
    cookies = " ".join(value for name, value in answer.headers if name == "Set-Cookie")
    return answer.status, "messages=" not in cookies


def _let_in(answer: Answered) -> tuple[bool, bool, bool]:
    """A code, a passkey and an old session count once: the answer that opened the door is first."""
    leads_to = dict(answer.headers).get("Location", "")
    opens = any(n == "Set-Cookie" and v.startswith("heard=") for n, v in answer.headers)
    return not leads_to, leads_to.startswith("/account/login/"), not opens


def at_once(requests: list[Sent]) -> list[Answered]:
    """Send requests in threads of their own, and return the answers."""
    with ThreadPoolExecutor(len(requests)) as pool:
        return list(pool.map(_send, requests))


def _send(one: Sent) -> Answered:
    where = urlsplit(one.url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
    headers = {n: v for n, v in one.headers.items() if n.lower() not in {"content-length"}}
    path = where.path + (f"?{where.query}" if where.query else "")
    connection.request("POST", path, body=one.body, headers=headers)
    response = connection.getresponse()
    answer = Answered(response.status, response.getheaders(), response.read())
    connection.close()
    return answer


def nothing_more_happens(site: Site, sent: list[Sent]) -> None:
    """Send everything again, out of order; no row of any table may change."""
    before = rows(site)
    again = sent * 2
    random.Random(len(sent)).shuffle(again)
    for start in range(0, len(again), TIMES):
        at_once(again[start : start + TIMES])
    after = rows(site)
    assert after == before, [t for t in after if after[t] != before.get(t)]


def rows(site: Site) -> dict[str, str]:
    """Return a hash of every table that holds records, straight from the database."""
    url = site.environment.get("HEARD_DATABASE_URL", "")
    if url:
        with psycopg.connect(url, autocommit=True) as database:
            names = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            return _hashes(database.execute, names)
    with contextlib.closing(sqlite3.connect(site.data / "heard.sqlite3", timeout=30)) as database:
        return _hashes(database.execute, "SELECT name FROM sqlite_master WHERE type = 'table'")


def _hashes(execute: Callable[[str], Any], names: str) -> dict[str, str]:
    tables = [name for (name,) in execute(names).fetchall() if not name.startswith(MOVING)]
    found = {t: sorted(map(repr, execute(f'SELECT * FROM "{t}"').fetchall())) for t in tables}
    assert "voice_said" in found
    return {t: hashlib.sha256(repr(rows).encode()).hexdigest() for t, rows in found.items()}
