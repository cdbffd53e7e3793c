"""Turning a child's record into words for a page."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from heard.child.people.codes_in_words import TIE_WORDS, disability_words
from heard.child.people.models import AdvocateOf, Allocation, Child, Tie, Work, Worker
from heard.child.people.queries import Waiting
from heard.foundations.audit.queries import Shown
from heard.foundations.ui.words import day, moment, plural
from heard.kernel.ages import age_on

LEVEL_WORDS = {
    "EH": "Early Help",
    "CIN": "Child in Need",
    "CP": "Child Protection",
    "CLA": "In our care",
    "PATHWAY": "Pathway plan (leaving care)",
}


class Header(NamedTuple):
    """What stands at the top of each page of a child."""

    id: str
    name: str
    age: str
    authority_id: str
    restricted: bool


def header(child: Child, today: date) -> Header:
    """Return the child's name, age in words and ids."""
    return Header(
        id=str(child.pk),
        name=name_of(child),
        age=age_words(child, today),
        authority_id=child.authority_id,
        restricted=child.restricted,
    )


def name_of(child: Child) -> str:
    """Return the child's name, or their id where Heard knows no name."""
    return " ".join(filter(None, (child.given_name, child.family_name))) or child.authority_id


def called(child: Child) -> str:
    """Return what the child likes to be called, or their first name, or their id."""
    return child.known_as or child.given_name or name_of(child)


def age_words(child: Child, today: date) -> str:
    """Return the age in words: "9 years old", "not born yet", with a note where it is estimated."""
    if child.birth_date is None:
        expected = child.expected_birth_date
        return f"expected on {day(expected)}" if expected and expected > today else "age not known"
    if child.birth_date > today:
        return f"born on {day(child.birth_date)}, which is still to come"
    years = age_on(child.birth_date, today)
    words = "under 1 year old" if years == 0 else f"{years} year{'s' * (years != 1)} old"
    return f"{words} (birth date estimated)" if child.birth_date_estimated else words


def people_rows(allocations: Iterable[Allocation], today: date) -> list[tuple[str, str]]:
    """Return who works with the child now, in words."""
    now = next((a for a in allocations if a.end_date is None or a.end_date >= today), None)
    if now is None:
        return [("Worker", "Nobody is allocated")]
    team = now.worker.team
    rows = [("Worker", f"{now.worker.name}, since {day(now.start_date)}")]
    if team is not None:
        rows.append(("Team", f"{team.name}, managed by {team.manager or 'nobody yet'}"))
    return rows


def about_rows(child: Child) -> list[tuple[str, str]]:
    """Return who the child is and how they are best asked and told."""
    return [
        ("Likes to be called", child.known_as),
        ("Language", child.language),
        ("Interpreter", "yes" if child.interpreter else "no"),
        ("Best asked and told", child.communication),
        ("Disability", disability_words(child.disability)),
        ("Family", child.family.name if child.family else ""),
    ]


def network_rows(ties: Iterable[Tie], may_reach: bool) -> list[dict[str, Any]]:
    """Return who is around the child; how to reach them only for those who may write to them."""
    return [
        {
            "id": tie.pk,
            "name": tie.adult.name,
            "note": ", ".join(_what_they_are(tie)),
            "helps_with": tie.helps_with,
            "contact": tie.adult.contact if may_reach else "",
        }
        for tie in ties
    ]


def _what_they_are(tie: Tie) -> Iterable[str]:
    yield tie.relation
    yield TIE_WORDS[tie.kind].lower()
    if tie.parental_responsibility:
        yield "has parental responsibility"
    if tie.chosen_by_child:
        yield "chosen by the child"
    if tie.adult.language:
        yield f"speaks {tie.adult.language}{', with an interpreter' * tie.adult.interpreter}"


def advocate_rows(rows: Iterable[AdvocateOf]) -> list[str]:
    """Return who speaks for the child now."""
    return [f"{row.staff.name}, since {day(row.since)}" for row in rows]


def work_rows(work: Iterable[Work]) -> list[tuple[str, str, str]]:
    """Return each time of work: level, from, until."""
    return [
        (LEVEL_WORDS[w.level], day(w.start_date), day(w.end_date) if w.end_date else "still open")
        for w in work
    ]


def list_rows(
    children: Iterable[Child], waits: Mapping[UUID, Waiting], today: date
) -> list[dict[str, Any]]:
    """Return the children of a list: id, name, age, and what waits for an answer."""
    return [
        {
            "id": str(c.pk),
            "name": name_of(c),
            "age": age_words(c, today),
            "waits": _waits(waits.get(c.pk), today),
        }
        for c in children
    ]


def _waits(waiting: Waiting | None, today: date) -> str:
    if waiting is None:
        return ""
    late = "was due" if waiting.first_due < today else "first due"
    verb = "waits" if waiting.number == 1 else "wait"
    return f"{plural(waiting.number, 'thing')} said {verb}, {late} {day(waiting.first_due)}"


def look_rows(events: Iterable[Shown]) -> list[tuple[str, str, str, str]]:
    """Return who looked: when, who, what part, and the reason that Heard knew."""
    return [(moment(e.at), e.actor_name, e.data["what"], e.data["why"]) for e in events]


def worker_line(row: Worker) -> dict[str, Any]:
    """Return a worker as the administrator sees them: name, id, team, account."""
    return {
        "id": str(row.pk),
        "name": row.name,
        "authority_id": row.authority_id,
        "team": row.team.name if row.team else "",
        "linked": row.staff_id is not None,
        "account": _account_words(row),
    }


def _account_words(row: Worker) -> str:
    if row.staff is None:
        return "none linked"
    return row.staff.email if row.staff.is_active else f"{row.staff.email} (closed)"
