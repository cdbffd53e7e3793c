"""Opening one point behind a figure of 2a."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from heard.child.evidence.models import Confirmation, Point
from heard.child.people.models import Child
from heard.child.people.opened_facts import NoSuchFact, Whose, check_can_open_facts, open_fact
from heard.child.people.permissions import NotYours
from heard.foundations.accounts.models import Staff

# A page answers both alike: there is nothing here for you.
NOT_FOUND = (NotYours, Point.DoesNotExist)


def points_of(child: Child) -> list[tuple[Point, Confirmation | None]]:
    """Return the points of a child whose record the caller was allowed to open, newest first.

    Beside each stands the answer that counts, if there is one.
    """
    answers = {}
    for given in child.confirmations.order_by("answered_on", "sequence"):
        answers[given.kind, given.authority_point_id] = given
    points = child.points.order_by("-day", "-pk")
    return [(p, answers.get((p.kind, p.authority_point_id))) for p in points]


class Answer(NamedTuple):
    """An answer about a point. `counts`: it is the last of all those given."""

    ref: str
    answer: str
    answered_on: date
    has_reason: bool
    source: str
    counts: bool


class PointFact(NamedTuple):
    """A child at an assessment or closure, and its answers, the one that counts last.

    `known` False: there are answers about it, but no such point. `authority_point_id` is blank
    when whose it is is withheld.
    """

    whose: Whose
    kind: str
    authority_point_id: str
    known: bool
    day: date | None
    source: str
    answers: tuple[Answer, ...]


def fact_page(staff: Staff, ref: str, at: datetime) -> PointFact:
    """Return one opened point; the look is written down.

    `ref` is what the facts door gave (32 hex digits): a point, or an answer of which the checks
    say that its point is not known. No reasons, nobody's name. Raises NotYours, or
    NoSuchFact where there is neither.
    """
    check_can_open_facts(staff)
    about = _found(ref)
    key = {"kind": about.kind, "authority_point_id": about.authority_point_id}
    point = Point.objects.filter(**key, child=about.child).first()
    day = point.day if point else None
    whose = open_fact(staff, about.child, f"whether they were heard at {about.kind}", day, at)
    return PointFact(
        whose=whose,
        kind=about.kind,
        authority_point_id="" if whose.withheld else about.authority_point_id,
        known=point is not None,
        day=day,
        source=point.source if point else "",
        answers=_answers(about),
    )


def _found(ref: str) -> Point | Confirmation:
    try:
        pk = UUID(ref)
        given = Confirmation.objects.select_related("child").filter(pk=pk).first()
        return given or Point.objects.select_related("child").get(pk=pk)
    except (ValueError, Point.DoesNotExist) as nothing:
        raise NoSuchFact(ref) from nothing


def _answers(about: Point | Confirmation) -> tuple[Answer, ...]:
    given = Confirmation.objects.filter(
        kind=about.kind, authority_point_id=about.authority_point_id, child=about.child
    )
    rows = list(given.order_by("answered_on", "sequence"))
    return tuple(
        Answer(
            row.pk.hex,
            row.answer,
            row.answered_on,
            bool(row.reason),
            row.source,
            counts=row is rows[-1],
        )
        for row in rows
    )
