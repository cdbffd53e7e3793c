"""Fields that keep words to the letter, and days that may not lie in the wrong direction."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from heard.foundations.ui.days import DayField
from heard.foundations.ui.words import day

MOST = 65_536
NUL = "It holds a sign that no computer can show (a null character). Take it out"
LONG = "That is more than 65,536 characters. Keep the rest as a second thing that was said"


class WordsField(forms.CharField):
    """Words kept to the letter: spaces and empty lines stay; line ends are written one way."""

    def __init__(self, *, rows: int = 4, missing: str = "", **look: Any) -> None:
        errors = {"required": missing, "max_length": LONG}
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(
            strip=False, max_length=look.pop("most", MOST), widget=widget,
            required=bool(missing), error_messages=errors, **look,
        )  # fmt: skip
        self.validators = [v for v in self.validators if not _is_about_nul(v)]

    def to_python(self, value: Any) -> str:
        """Return the words; only spaces count as nothing. Raises ValidationError for a NUL."""
        words = str(value or "").replace("\r\n", "\n")
        if "\x00" in words:
            raise ValidationError(NUL)
        return words if words.strip() else ""


def _is_about_nul(validator: object) -> bool:
    return type(validator).__name__ == "ProhibitNullCharactersValidator"


def past_day(label: str, today: date, help_text: str = "") -> DayField:
    """Return a day up to today."""
    return DayField(label=label, initial=today, help_text=help_text, validators=[_not_after(today)])


def coming_day(label: str, today: date, *, required: bool = True, help_text: str = "") -> DayField:
    """Return a day from today on."""
    return DayField(
        label=label, required=required, help_text=help_text, validators=[_not_before(today)]
    )


def _not_after(today: date) -> Any:
    def check(value: date) -> None:
        if value > today:
            raise ValidationError(f"{day(value)} is still to come. Give a day up to today")

    return check


def _not_before(today: date) -> Any:
    def check(value: date) -> None:
        if value < today:
            raise ValidationError(f"{day(value)} has passed. Give today or a day to come")

    return check
