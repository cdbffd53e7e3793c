"""Which year, and up to which day: the rules of a return's dates, in words for who asks."""

from datetime import date

from heard.kernel.time import ReportingYear, latest_as_of


class BadReturn(Exception):
    """A return cannot be built or changed like this; the message says what to do."""


def words_of_day(day: date) -> str:
    """Return a day as people write it: 23 November 2026."""
    return f"{day.day} {day:%B %Y}"


def parse_year(label: str) -> ReportingYear:
    """Read a reporting year such as 2025-26; BadReturn says how to write it."""
    try:
        return ReportingYear.parse(label)
    except ValueError as problem:
        raise BadReturn(str(problem)) from problem


def check_as_of(as_of: date | None, today: date) -> date:
    """Return the last day counted: yesterday unless said. A later day is refused with words."""
    latest = latest_as_of(today)
    if as_of is None:
        return latest
    if as_of > latest:
        raise BadReturn(
            f"The last day counted cannot be {words_of_day(as_of)}, because today is not over. "
            f"Give {words_of_day(latest)} or an earlier day."
        )
    return as_of


class Changed(Exception):
    """Somebody else was first; nothing of theirs was lost. The message says what to do."""
