"""Operations: one transaction, its audit event inside it, effects outside only after commit."""

import functools
import inspect
from collections.abc import Callable
from contextvars import ContextVar
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from heard.foundations.audit import chain, heads
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.guard import writing_allowed

P = ParamSpec("P")
R = TypeVar("R")
OPERATIONS: dict[str, Callable[..., Any]] = {}
_events: ContextVar[list[chain.Event] | None] = ContextVar("events", default=None)


class NothingRecorded(RuntimeError):
    """An operation changed something and recorded no event: it did not happen."""


class Recorder:
    """What an operation calls to say what it did; `child` is the child's id in Heard, if any."""

    def __init__(self, verb: str, by: Actor, at: datetime) -> None:
        self.verb, self.by, self.at, self.used = verb, by, at, False

    def __call__(
        self,
        *,
        subject: tuple[str, str],
        data: dict[str, Any] | None = None,
        child: str = "",
        verb: str = "",
    ) -> None:
        events = _events.get()
        if events is None:
            raise RuntimeError("a recorder records only while its operation runs")
        self.used = True
        events.append(chain.Event(verb or self.verb, self.by, self.at, subject, child, data or {}))


def operation(verb: str) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Make a keyword-only function an operation named by its event's verb ("reviews.settled").

    The function gets `audit`, a Recorder, and must call it at least once or change nothing at all:
    NothingRecorded is raised and the transaction undone otherwise.
    """

    def decorate(function: Callable[..., R]) -> Callable[..., R]:
        _must_be_plain(function)

        @functools.wraps(function)
        def run(*, by: Actor, at: datetime, **kwargs: Any) -> R:
            recorder = Recorder(verb, by, at)
            return _run(
                functools.partial(function, by=by, at=at, audit=recorder, **kwargs), recorder
            )

        OPERATIONS[verb] = run
        run.verb = verb  # type: ignore[attr-defined]
        return run

    return decorate


def _must_be_plain(function: Callable[..., Any]) -> None:
    parameters = inspect.signature(function).parameters
    kinds = {p.kind for p in parameters.values()}
    if kinds != {inspect.Parameter.KEYWORD_ONLY} or not {"by", "at", "audit"} <= set(parameters):
        raise TypeError(f"{function.__name__} must be keyword-only with by, at and audit")


def _run(call: Callable[[], R], recorder: Recorder) -> R:
    outer = _events.get()
    if outer is not None:  # an operation inside another: one transaction, one order of events
        return _called(call, recorder)
    token = _events.set([])
    try:
        with transaction.atomic(), writing_allowed("operation"):
            result = _called(call, recorder)
            before, after = chain.append(_events.get() or [])
            # Robust: what was done stays done when a head cannot be written; the failure is logged,
            # and the doctor says that heads are old.
            transaction.on_commit(lambda: heads.written_every_100(before, after), robust=True)
        return result
    finally:
        _events.reset(token)


def _called(call: Callable[[], R], recorder: Recorder) -> R:
    result = call()
    if not recorder.used:
        raise NothingRecorded(f"{recorder.verb} recorded no event")
    return result
