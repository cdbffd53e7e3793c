"""Days, numbers and percentages as people read them. Pure; every template has them as filters."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
Number = int | float | Decimal
NO_PERCENTAGE = "no percentage"


def day(value: date | datetime | None) -> str:
    """Write a day as "23 November 2026"; of an instant, its day in London. Nothing for None."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(LONDON)
    return f"{value.day} {value:%B %Y}"


def moment(value: datetime | None) -> str:
    """Write an instant in London time as "23 November 2026, 14:05". Nothing for None."""
    if value is None:
        return ""
    return f"{day(value)}, {value.astimezone(LONDON):%H:%M}"


def number(value: Number | None) -> str:
    """Write a number with its thousands apart: "12,582". Nothing for None."""
    return "" if value is None else f"{value:,}"


def percent(value: Number | None) -> str:
    """Write a percentage (62.5 means 62.5%) with one decimal, half up.

    None, which counting gives when there was nothing to count, is said in words.
    """
    if value is None:
        return NO_PERCENTAGE
    exact = Decimal(str(value)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return f"{exact}%"


def plural(count: int, one: str, many: str = "") -> str:
    """Write a count and its noun: 1 visit, 3 visits; `many` where adding an s is wrong."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def letters(name: str) -> str:
    """Return the first letters of the first and last word of a name, for a person's round mark."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


FILTERS = {
    "day": day,
    "moment": moment,
    "number": number,
    "percent": percent,
    "plural": plural,
    "letters": letters,
}
