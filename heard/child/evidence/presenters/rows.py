"""Points and their answers in words."""

from collections.abc import Iterable

from django.urls import reverse
from markupsafe import Markup

from heard.child.evidence.models import Confirmation, Point
from heard.child.evidence.queries import Answer, PointFact
from heard.child.people.opened_facts import whose_rows
from heard.foundations.ui.words import day

KINDS = {"assessment": "Assessment completed", "closure": "Work ended"}
LINK = Markup('<a class="govuk-link" href="{}">{}</a>')
ANSWERS = {"yes": "Yes", "no": "No", "not_appropriate": "Not appropriate"}


def rows_of_child(
    points: Iterable[tuple[Point, Confirmation | None]], *, may_answer: bool
) -> list[tuple[str, str, str, str, str]]:
    """Return each point: day, kind, the answer that counts, why, by whom and when.

    For whoever answers, the day leads to the question and its evidence.
    """
    return [
        (
            _day_of_point(point, may_answer),
            KINDS[point.kind],
            ANSWERS[given.answer] if given else "Not answered yet",
            given.reason if given else "",
            f"{given.answered_by}, {day(given.answered_on)}" if given else "",
        )
        for point, given in points
    ]


def _day_of_point(point: Point, may_answer: bool) -> str:
    if point.day is None:
        return "not completed"
    words = day(point.day)
    return LINK.format(reverse("evidence:answer", args=[point.pk]), words) if may_answer else words


def fact_rows(fact: PointFact) -> list[tuple[str, str]]:
    """Return one opened point and its answers, the one that counts last."""
    rows = [
        *whose_rows(fact.whose),
        ("Point", KINDS[fact.kind]),
        ("The authority's own id", fact.authority_point_id),
        ("Day", _day_of(fact)),
    ]
    rows += [(f"Answered on {day(a.answered_on)}", _answer(a)) for a in fact.answers]
    return rows if fact.answers else [*rows, ("Answer", "none: it counts as unanswered")]


def _day_of(fact: PointFact) -> str:
    if not fact.known:
        return "not known: there are answers about it, and no such point"
    return day(fact.day) if fact.day else "not completed"


def _answer(answer: Answer) -> str:
    parts = [ANSWERS[answer.answer]]
    if answer.has_reason:
        parts.append("a reason is recorded")
    parts.append("this one counts" if answer.counts else "a later answer counts in its place")
    return "; ".join([*parts, f"came from: {answer.source}"])
