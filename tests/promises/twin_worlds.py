"""Everything that a person can ask of Heard, in a world where nothing is left to chance.

Two worlds that differ in one thing are asked the same; what differs in the answers tells of it.
"""

import re
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import product
from random import Random
from typing import Any, NamedTuple

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from heard.config.reference.doors import Page, pages_of
from heard.foundations.deployment import clock
from tests.cast import Cast, make_cast
from tests.promises.samples import Samples, make_samples, signed_in

MOMENT = datetime(2026, 11, 23, 12, tzinfo=UTC)
NAMED = re.compile(r"<(?:\w+:)?(\w+)>")


class Asked(NamedTuple):
    """One request, and all of its answer: status, headers in order, cookies, bytes."""

    person: str
    request: str
    status: int
    headers: tuple[tuple[str, str], ...]
    cookies: str
    body: bytes


def without_chance(patch: pytest.MonkeyPatch, seed: int = 1) -> None:
    """Let ids, tokens and clocks be the same each time, from here on."""
    dice = Random(seed)
    patch.setattr("os.urandom", dice.randbytes)
    patch.setattr("random._urandom", dice.randbytes)
    patch.setattr(clock, "now", lambda: MOMENT)
    patch.setattr(time, "time", MOMENT.timestamp)
    patch.setattr(time, "time_ns", lambda: int(MOMENT.timestamp() * 1e9))


def prepared() -> tuple[Cast, Samples]:
    """Make the cast and the samples, the same each time; call it inside a transaction."""
    if not _WARM:  # what is made once in a process (a key, a name) takes chance from the first
        with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
            without_chance(patch)
            make_samples(make_cast())
            transaction.set_rollback(True)
        _WARM.append(True)
    sequences_begin_again()
    with pytest.MonkeyPatch.context() as patch:
        without_chance(patch)
        cast = make_cast()
        return cast, make_samples(cast)


_WARM: list[bool] = []


def ask_everything(
    samples: Samples,
    person: str,
    things: dict[str, list[Any]],
    door: str,
    methods: tuple[str, ...] = ("get", "post"),
) -> Iterator[Asked]:
    """Ask every page of a door, for every thing that it can name, as somebody; keep nothing."""
    with pytest.MonkeyPatch.context() as patch:
        without_chance(patch)
        client: Client = signed_in(samples.cast, person)
        client.raise_request_exception = False
        signed = dict(client.cookies)
        for number, page in enumerate(pages_of(door)):
            # The samples may make a thing of each person's own.
            without_chance(patch, seed=int.from_bytes(person.encode()) + number)
            for arguments in list(addresses(page, samples, person, things)):
                for method in methods:
                    without_chance(patch)
                    client.cookies.clear()
                    client.cookies.update(signed)
                    yield _ask(client, person, page, arguments, method)


def addresses(
    page: Page, samples: Samples, person: str, things: dict[str, list[Any]]
) -> Iterable[dict[str, Any]]:
    """Return what the address of a page may name: each thing there is, or the samples' one."""
    names = NAMED.findall(page.path)
    if names and all(name in things for name in names):
        every = product(*(things[name] for name in names))
        return [dict(zip(names, these, strict=True)) for these in every]
    return [samples.arguments(page.name, person)] if names else [{}]


def _ask(client: Client, person: str, page: Page, arguments: dict[str, Any], method: str) -> Asked:
    address = reverse(page.name, kwargs=arguments)
    with transaction.atomic():
        response = getattr(client, method)(address)
        body = b"".join(response) if response.streaming else response.content
        transaction.set_rollback(True)
    headers = tuple(sorted(response.headers.items()))
    cookies = response.cookies.output()
    return Asked(person, f"{method} {address}", response.status_code, headers, cookies, body)


def sequences_begin_again() -> None:
    """PostgreSQL's own numbers are not undone with a transaction: let them begin again."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname='public'"
        )
        for name, _ in cursor.fetchall():
            cursor.execute(f'ALTER SEQUENCE "{name}" RESTART WITH 100000')


def differences(one: Iterable[Asked], other: Iterable[Asked]) -> list[str]:
    """Return where two worlds answer differently: who asked what, and the first bytes that do."""
    found = []
    for a, b in zip(list(one), list(other), strict=True):
        if a == b:
            continue
        parts = [n for n in Asked._fields if getattr(a, n) != getattr(b, n)]
        at = next((i for i, (x, y) in enumerate(zip(a.body, b.body, strict=False)) if x != y), 0)
        near = f"{a.body[max(0, at - 80) : at + 80]!r} / {b.body[max(0, at - 80) : at + 80]!r}"
        found.append(f"{a.person} {a.request}: {', '.join(parts)} {a.status}/{b.status} {near}")
    return found
