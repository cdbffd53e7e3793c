"""Law 3: nobody but the worker and their manager can see or infer a score, and they only in place.

Two worlds: in one Maya, Nan and Theo answered 1 to everything, in the other 5. Ivor chairs Theo's
reviews, Dev speaks for Maya, Tom opened the glass: they read the words. Every page, file, header,
cookie, line of the log and event of the trail must be the same for everybody else; for Priya and
Ruth every page but those on which a form stands in its context.
"""

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.apps import apps
from django.db import transaction

from heard.child.feedback.models import Answer
from heard.child.feedback.operations import Given, LastPage, Offer, hand_in, keep_answer, offer_form
from heard.child.people.operations import open_glass
from heard.foundations.audit import chain
from heard.kernel.ids import uuid7
from tests.cast import NOON, ROLES, SYSTEM, TODAY, Cast
from tests.promises.twin_worlds import (
    Asked,
    ask_everything,
    differences,
    prepared,
    without_chance,
)

ROOT = Path(__file__).parents[2]
STAFF = "heard.config.doors.staff"
CLOSE = ("Priya", "Ruth")
# Who reads words but no numbers, and who reads neither.
WORDS_ONLY = ("Ivor", "Dev", "Tom")
NEITHER = ("visitor", *(name for name in ROLES if name not in (*CLOSE, *WORDS_ONLY)))
# Where a form stands in its context: who, when, how, what was talked about.
IN_PLACE = re.compile(
    r"^(get|post) /(asked|hand|said|children/[^/]+/(story|visit)|team/[^/]+/said)/"
)
# Whose forms, of which kind: the child, and "adult" for Nan.
FORMS = (("Maya", "child"), ("Maya", "adult"), ("Theo", "young_person"))
TITLE = re.compile(rb"<title>(.*?)</title>", re.S)


class World(NamedTuple):
    """All that people can ask where every answer is one score, what was logged and written down."""

    asked: list[Asked]
    logged: str
    trail: list[str]
    kept: list[str]


def world(people: tuple[str, ...], score: int, caplog: pytest.LogCaptureFixture) -> World:
    """Return all that people can ask where every answer is this score."""
    caplog.clear()
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        without_chance(patch)
        cast, samples = prepared()
        trail = what_is_written_down(patch)
        forms = [answered(cast, score, *who) for who in FORMS]
        tom, maya = cast["Tom"], cast.children["Maya"].pk
        open_glass(child=maya, staff=tom, reason="Duty call tonight", by=tom.actor, at=NOON)
        things = {
            "child": [c.pk for c in cast.children.values()],
            "said": [form.said_id for form in forms],
            "form": [form.pk for form in forms],
            "worker": [cast.workers["Priya"].pk],
            "adult": [cast.adults["Nan"].pk],
            "step": ["start", "2", "end", "done"],
        }
        kept = rows_beside_the_answers()
        asked = [a for who in people for a in ask_everything(samples, who, things, STAFF, ("get",))]
        transaction.set_rollback(True)
    return World(asked, caplog.text, trail, kept)


def rows_beside_the_answers() -> list[str]:
    """Return every row of every table of the database but the answers themselves."""
    models = [m for m in apps.get_models() if m is not Answer]
    return [f"{m.__name__} {row}" for m in models for row in m.objects.order_by("pk").values()]


def what_is_written_down(patch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that fills with every event of the trail, those of requests too."""
    events: list[str] = []
    append = chain.append

    def kept(given: Iterable[chain.Event]) -> tuple[int, int]:
        these = list(given)
        events.extend(map(repr, these))
        return append(these)

    patch.setattr(chain, "append", kept)
    return events


def answered(cast: Cast, score: int, child: str, kind: str) -> Any:
    """Let a child, or Nan, hand a form in with this score for every question."""
    form, adult = uuid7(), cast.adults["Nan"].pk if kind == "adult" else None
    offer = Offer(
        child=cast.children[child].pk, kind=kind, key=kind, version=1, language="en-GB",
        variant="a", plan="CIN", asked_by=cast.workers["Priya"].pk, asked_as="worker",
        asked_on=TODAY, how="alone", adult=adult,
    )  # fmt: skip
    offer_form(id=form, offer=offer, **SYSTEM)
    for question in "1234":
        given = Given(
            id=uuid7(), question=question, state="answered", score=score, happened_at=NOON,
            words="I said why",
        )  # fmt: skip
        keep_answer(form=form, given=given, typed_by=None, **SYSTEM)
    return hand_in(form=form, last=LastPage(audience="helping"), on=TODAY, **SYSTEM)


@pytest.mark.django_db
@pytest.mark.parametrize("people", [WORDS_ONLY, NEITHER], ids=["words only", "neither"])
def test_for_everybody_else_nothing_differs(
    people: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    low, high = world(people, 1, caplog), world(people, 5, caplog)
    assert len(low.asked) > 300
    assert differences(low.asked, high.asked) == []
    assert (low.logged, low.trail) == (high.logged, high.trail)
    if people is WORDS_ONLY:  # the control: each of them reads the words
        for person in people:
            assert any(b"I said why" in a.body for a in low.asked if a.person == person), person


@pytest.mark.django_db
def test_for_the_worker_and_the_manager_only_where_the_form_stands(
    caplog: pytest.LogCaptureFixture,
) -> None:
    low, high = world(CLOSE, 1, caplog), world(CLOSE, 5, caplog)
    found = differences(low.asked, high.asked)
    for person in CLOSE:  # the control: they do see it somewhere
        assert any(line.startswith(person) for line in found), person
    assert [line for line in found if not IN_PLACE.match(line.split(" ", 1)[1])] == []
    assert [line for line in found if "/hand/" in line] == []
    for one, other in zip(low.asked, high.asked, strict=True):
        assert _names(one) == _names(other), one.request
        assert TITLE.findall(one.body) == TITLE.findall(other.body), one.request
        if dict(one.headers).get("Content-Disposition"):
            assert one.body == other.body, one.request
    assert (low.logged, low.trail) == (high.logged, high.trail)


@pytest.mark.django_db
def test_no_number_is_kept_anywhere_else(caplog: pytest.LogCaptureFixture) -> None:
    """Not in the trail, an alert, a task, a session, the words, or any table but the answers'."""
    low, high = world((), 1, caplog), world((), 5, caplog)
    assert len(low.kept) > 100
    # The seals of the trail differ when what they seal does.
    assert [a for a, b in zip(low.trail, high.trail, strict=True) if a != b] == []
    assert [a for a, b in zip(low.kept, high.kept, strict=True) if a != b] == []


def _names(asked: Asked) -> list[tuple[str, str]]:
    """Return the headers but how long the page is."""
    return [header for header in asked.headers if header[0] != "Content-Length"]


def test_only_the_feedback_app_reads_a_score() -> None:
    """Walks the code: no other app has a name that is a score, but columns of other returns."""
    wrong = []
    for path in (ROOT / "heard").rglob("*.py"):
        if "feedback" in path.parts or "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            name = getattr(node, "attr", "") or getattr(node, "id", "") or getattr(node, "arg", "")
            if isinstance(name, str) and re.search(r"(^|_)scores?$", name):
                wrong.append(f"{path.relative_to(ROOT)}: {name}")
    assert not wrong


def test_nothing_sorts_filters_or_adds_up_scores() -> None:
    asks = {"order_by", "filter", "exclude", "annotate", "aggregate", "values", "values_list"}
    wrong = []
    for path in (ROOT / "heard").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or getattr(node.func, "attr", "") not in asks:
                continue
            said = [a.value for a in node.args if isinstance(a, ast.Constant)]
            said += [k.arg or "" for k in node.keywords]
            wrong += [f"{path.relative_to(ROOT)}: {s}" for s in said if "score" in str(s)]
    assert not wrong
