"""A day, asked for in three boxes: tired or dyslexic people make fewer mistakes with them."""

import calendar
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

PARTS = ("day", "month", "year")
MONTHS = {
    name.lower(): index
    for names in (calendar.month_name, calendar.month_abbr)
    for index, name in enumerate(names)
    if name
}
EXAMPLE = "for example 23 11 2026"


class DayWidget(forms.Widget):
    """Three boxes named NAME-day, NAME-month and NAME-year; drawn by `field()`."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> list[str] | None:
        """Return what stands in the three boxes, or None when all are empty."""
        parts = [str(data.get(f"{name}-{part}", "")).strip() for part in PARTS]
        return parts if any(parts) else None

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Say whether none of the boxes was sent."""
        return not any(f"{name}-{part}" in data for part in PARTS)

    @staticmethod
    def boxes(value: date | Sequence[str] | None) -> list[str]:
        """Return what to show in the three boxes; what was sent is kept as it was sent."""
        if value is None:
            return ["", "", ""]
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return list(value)


class DayField(forms.Field):
    """A real day. Months may be written as numbers or as words."""

    widget = DayWidget
    default_error_messages = {
        "required": f"Enter the date, {EXAMPLE}",
        "missing": f"The date must have a %(parts)s, {EXAMPLE}",
        "year": "Write the year with four digits, for example 2026",
        "unreal": "%(written)s is not a real date. Check the day and the month",
    }

    def to_python(self, value: Any) -> date | None:
        """Return the day, or None when nothing was written; raises ValidationError in words."""
        if value in self.empty_values or isinstance(value, date):
            return value or None
        parts = [str(part) for part in value]
        missing = [name for name, part in zip(PARTS, parts, strict=True) if not part]
        if missing:
            self._refuse("missing", parts=" and a ".join(missing))
        if not (len(parts[2]) == 4 and parts[2].isdigit()):
            self._refuse("year")
        return self._real(parts)

    def _real(self, parts: list[str]) -> date:
        month = MONTHS.get(parts[1].lower(), parts[1])
        try:
            return date(int(parts[2]), int(month), int(parts[0]))
        except ValueError:
            self._refuse("unreal", written=" ".join(parts))
            raise

    def _refuse(self, code: str, **words: str) -> None:
        raise ValidationError(self.error_messages[code], code=code, params=words)
