"""Askings, talks and decisions in words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from heard.child.asking_due.models import Asking, Exemption
from heard.child.asking_due.queries import AskingFact, AskingSeen, Due, Proposal
from heard.child.people.models import Child
from heard.child.people.opened_facts import whose_rows
from heard.child.people.presenters import name_of
from heard.foundations.ui.words import day
from heard.kernel.ids import uuid7
from heard.kernel.return_spec.rows import ExemptionRow

WHO = {"worker": "their worker", "provider": "a provider", "other": "somebody else"}
WHOM = {
    "child": "the child",
    "young_person": "the young person",
    "parent": "a parent",
    "network": "family or friends",
}
TITLES = {
    "asking": "One asking",
    "decision": "One decision not to ask",
    "interval": "Three months of one child",
    "quarter": "One child at a quarter’s end",
    "child": "One child in the year",
}


def rows_of_child(askings: Iterable[Asking]) -> list[tuple[str, str, str, str, str]]:
    """Return each asking: day, who asked, who was asked, how, when it was talked over."""
    return [
        (
            day(a.asked_on),
            WHO[a.asked_by],
            WHOM[a.asked_of],
            a.filled_in_how.replace("_", " "),
            _talked([t.talked_on for t in a.talks.all()], a.declined),
        )
        for a in askings
    ]


def _talked(days: Iterable[date], declined: bool) -> str:
    if declined:
        return "said no, not today"
    return ", ".join(day(d) for d in sorted(days)) or "not yet"


def decision_rows(decisions: Iterable[Exemption]) -> list[tuple[str, str, str, str]]:
    """Return each decision not to ask: from, until, why, who agreed, and who ended it and why."""
    return [
        (day(d.from_date), day(d.to_date) if d.to_date else "still in force", _why(d), d.agreed_by)
        for d in decisions
    ]


def _why(decision: Exemption) -> str:
    if not decision.ended_by:
        return decision.reason
    return f"{decision.reason} Ended by {decision.ended_by}: {decision.ended_why}"


def links_to_end(decisions: Iterable[Exemption], today: date) -> list[tuple[str, str]]:
    """Return each decision that still covers today or a day to come: its id, and from when."""
    still = (d for d in decisions if not d.ended_by and (d.to_date is None or d.to_date >= today))
    return [(str(d.pk), f"from {day(d.from_date)}") for d in still]


def due_rows(due: Iterable[Due], children: Iterable[Child]) -> list[dict[str, Any]]:
    """Return each child to ask: id, name, and by when, or what waits."""
    names = {child.pk: child for child in children}
    return [
        {"child": str(one.child), "name": name_of(names[one.child]), "note": _by_when(one)}
        for one in due
    ]


def _by_when(due: Due) -> str:
    if due.asked_on and due.talk_by:
        return f"Asked on {day(due.asked_on)}. Talk it over by {day(due.talk_by)}"
    words = "Was to be asked by" if due.overdue else "Ask by"
    return f"{words} {day(due.due_day)}"


def proposal_rows(proposals: Iterable[Proposal]) -> list[dict[str, Any]]:
    """Return each proposal not to ask: child, name, the reason, the last day and its parts."""
    return [
        {
            "id": str(uuid7()),
            "child": str(one.child.pk),
            "name": name_of(one.child),
            "reason": one.reason,
            "until": day(one.until),
            "parts": one.until,
        }
        for one in proposals
    ]


def fact_rows(fact: AskingFact) -> list[tuple[str, str]]:
    """Return one opened fact of 2c and all that it is counted from."""
    rows = whose_rows(fact.whose)
    if fact.since:
        rows.append(("From", day(fact.since)))
    if fact.until:
        rows.append(("Until", day(fact.until)))
    rows += [("Work", _span(w.first, w.last)) for w in fact.work]
    rows += [(f"Asked on {day(a.day)}", _seen(a)) for a in fact.askings]
    rows += [("Decision not to ask", _decided(d)) for d in fact.decisions]
    return rows if fact.askings else [*rows, ("Asked", "no asking in this time")]


def _span(first: date, last: date | None) -> str:
    return f"{day(first)} to {day(last)}" if last else f"{day(first)}, still open"


def _seen(asking: AskingSeen) -> str:
    parts = [f"{WHO[asking.asked_by]} asked {WHOM[asking.asked_of]}"]
    parts.append(f"talked over: {_talked(asking.talks, asking.declined)}")
    if not asking.counts:
        parts.append("does not count: only a worker or provider asking the child does")
    if not asking.inside:
        parts.append("does not count: outside the work")
    parts.append("finished" if asking.finished else "not finished")
    return "; ".join([*parts, f"came from: {asking.source}"])


def _decided(decision: ExemptionRow) -> str:
    reason = "a reason is recorded" if decision.has_reason else "no reason"
    span = _span(decision.first, decision.last)
    return f"{span}; agreed on {day(decision.agreed)}; {reason}"
