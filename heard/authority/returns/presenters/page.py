"""What the pages of a return show beside its letter: who made it, its notes, its checks."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from heard.authority.returns.models import (
    DRAFT,
    SIGNED,
    AcceptedError,
    ReturnCheck,
    ReturnNote,
    ReturnVersion,
)
from heard.authority.returns.presenters.words import NOTE_TITLES, STATES, day_words
from heard.authority.returns.rules.days import parse_year
from heard.foundations.ui.words import day, moment


def title(version: ReturnVersion) -> str:
    """Return the heading of a return."""
    return f"Return for {version.year}"


def whose(version: ReturnVersion) -> str:
    """Return whose return it is."""
    if version.authority_name and version.authority_code:
        return f"{version.authority_name} ({version.authority_code})"
    return version.authority_name or version.authority_code or "An authority without a name yet"


def counted_up_to(version: ReturnVersion) -> str:
    """Say which days the return counts, up to when, when and by whom it was built (law 10)."""
    year = parse_year(version.year)
    if version.as_of < year.start:
        begins = day_words(year.start)
        span = f"The year begins on {begins}, after the last day counted: nothing is in it yet."
    else:
        last = min(year.end, version.as_of)
        span = f"It counts what happened from {day_words(year.start)} to {day_words(last)}."
    return (
        f"{span} Facts up to {day_words(version.as_of)} are used, as Heard held them when "
        f"{version.built_by_name} built it on {moment(version.built_at)}."
    )


def built(version: ReturnVersion) -> str:
    """Return who built a version and when."""
    return f"Built by {version.built_by_name} on {moment(version.built_at)}"


def signature(version: ReturnVersion) -> str:
    """Return who signed, as what and when; nothing for a draft."""
    if version.state != SIGNED or version.signed_at is None:
        return ""
    return (
        f"Signed by {version.signed_by_name}, {version.signed_as}, on {moment(version.signed_at)}"
    )


def state(version: ReturnVersion) -> str:
    """Return the state of a version in words."""
    return STATES[version.state]


def by_year(versions: Iterable[ReturnVersion]) -> dict[str, list[dict[str, Any]]]:
    """Return what the list of returns says of each version, year by year."""
    years: dict[str, list[dict[str, Any]]] = {}
    for version in versions:
        years.setdefault(version.year, []).append(
            {
                "number": version.number,
                "state": state(version),
                "draft": version.state == DRAFT,
                "as_of": day(version.as_of),
                "corrects": version.corrects.number if version.corrects else None,
                "said": signature(version) or built(version),
            }
        )
    return years


def noted(notes: Iterable[ReturnNote]) -> dict[str, list[dict[str, str]]]:
    """Return the notes by what they are about, each with who wrote it and when."""
    found: dict[str, list[dict[str, str]]] = {about: [] for about in NOTE_TITLES}
    for note in notes:
        who = f"{note.by_name}, {moment(note.at)}"
        found[note.about].append({"text": note.text, "who": who})
    return found


def checked(
    found: Sequence[tuple[ReturnCheck, AcceptedError | None]],
) -> list[dict[str, Any]]:
    """Return what the checks found, errors first, and what was accepted with which reason."""
    return [
        {
            "code": check.code,
            "error": check.severity == "error",
            "text": check.text,
            "count": check.count,
            "ran": check.ran,
            "accepted": accepted and accepted.reason,
            "by": accepted and f"{accepted.by_name}, {moment(accepted.at)}",
        }
        for check, accepted in found
    ]


def delegate_rows(namings: Iterable[Any], today: date) -> list[dict[str, Any]]:
    """Return who was named, until when, and whether it holds today."""
    return [
        {
            "id": one.id,
            "name": one.staff.name,
            "days": f"{day(one.from_day)} to {day(one.until_day)}",
            "by": f"Named by {one.named_by_name}, {moment(one.named_at)}",
            "ended": one.ended_at and f"Ended by {one.ended_by_name}, {moment(one.ended_at)}",
            "open": one.ended_at is None and today <= one.until_day,
        }
        for one in namings
    ]
