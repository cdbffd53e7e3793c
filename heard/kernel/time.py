"""Calendar days as the dataset counts them: months, reporting years, London days."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
QUARTER_ENDS = ((0, 6, 30), (0, 9, 30), (0, 12, 31), (1, 3, 31))


@lru_cache(maxsize=65536)
def add_months(day: date, months: int) -> date:
    """Return the day `months` calendar months on: the same day number, or the month's last day.

    31 January and 3 months is 30 April (the dataset rules, "Dates").
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def london_day(instant: datetime) -> date:
    """Return the calendar day in London at that instant; a time without a zone is refused."""
    if instant.tzinfo is None:
        raise ValueError("This time has no time zone, so its day in London is not known.")
    return instant.astimezone(LONDON).date()


def latest_as_of(today: date) -> date:
    """Return the last day whose facts may be counted: yesterday, because today is not over."""
    return today - timedelta(days=1)


@dataclass(frozen=True, order=True)
class ReportingYear:
    """A year of the return, 1 April to 31 March, known by the calendar year in which it begins."""

    begins: int

    @property
    def label(self) -> str:
        """The name of the year as returns carry it: "2025-26"."""
        return f"{self.begins}-{(self.begins + 1) % 100:02}"

    @cached_property
    def start(self) -> date:
        """1 April."""
        return date(self.begins, 4, 1)

    @cached_property
    def end(self) -> date:
        """31 March of the next calendar year."""
        return date(self.begins + 1, 3, 31)

    @cached_property
    def quarter_ends(self) -> tuple[date, ...]:
        """30 June, 30 September, 31 December and 31 March."""
        return tuple(date(self.begins + later, month, day) for later, month, day in QUARTER_ENDS)

    def holds(self, day: date, as_of: date) -> bool:
        """Say whether the day is in the year: 1 April to 31 March and not after AS OF."""
        return self.start <= day <= self.end and day <= as_of

    @classmethod
    def parse(cls, label: str) -> "ReportingYear":
        """Read "2025-26"; anything else raises ValueError with words for whoever typed it."""
        found = re.fullmatch(r"([0-9]{4})-([0-9]{2})", label)
        if found and 1 <= int(found[1]) <= 9998:
            year = cls(int(found[1]))
            if year.label == label:
                return year
        raise ValueError(f'"{label}" is not a reporting year. Write it like 2025-26.')

    @classmethod
    def containing(cls, day: date) -> "ReportingYear":
        """Return the reporting year in which the day lies."""
        return cls(day.year if (day.month, day.day) >= (4, 1) else day.year - 1)
