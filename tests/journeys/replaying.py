"""Every changing request of the journeys is sent five times at once, and again out of order later.

A double click, a refresh, a lost answer: each has one effect. While a journey runs, each form goes
off five times at the same moment, and the journey goes on with one of the answers: a promise that
stood there twice would fail it. When it has ended, all its requests are sent again in another
order, and no row of Heard may be other than before.
"""

import http.client
import json
import random
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Route

from tests.journeys.server import Site

TIMES = 5
ONCE = re.compile(rb'(?:^|&|name=")once[="]')
# What changes by being asked: the trail, notes of forms taken, sessions, wrong tries, the worker.
MOVING = ("audit", "access", "accounts", "background")
ROWS = f"""
import hashlib, json
from django.apps import apps
tables = {{}}
for model in apps.get_models():
    if model.__module__.startswith("heard.") and model._meta.app_label not in {MOVING!r}:
        rows = sorted(map(repr, model.objects.values_list()))
        tables[model._meta.label] = [len(rows), hashlib.sha256(repr(rows).encode()).hexdigest()]
print(json.dumps(tables))
"""


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

    def handle(route: Route) -> None:
        request = route.request
        body = request.post_data_buffer or b""
        if request.method != "POST" or not ONCE.search(body):
            route.continue_()
            return
        one = Sent(request.url, request.all_headers(), body)
        sent.append(one)
        answers = at_once([one] * TIMES)
        leads_to = {(a.status, dict(a.headers).get("Location")) for a in answers}
        assert len(leads_to) == 1, f"{request.url}: {leads_to}"
        headers = {name: value for name, value in answers[0].headers if name != "Set-Cookie"}
        cookies = [value for name, value in answers[0].headers if name == "Set-Cookie"]
        if cookies:
            headers["Set-Cookie"] = "\n".join(cookies)
        route.fulfill(status=answers[0].status, headers=headers, body=answers[0].body)

    context.route("**/*", handle)
    yield sent
    context.unroute("**/*", handle)


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


def rows(site: Site) -> dict[str, list[object]]:
    """Return of every table how many rows it has, and a hash of them."""
    found: dict[str, list[object]] = json.loads(site.python(ROWS))
    return found
