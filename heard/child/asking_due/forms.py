"""A decision that asking is not appropriate, and its end."""

from datetime import date, timedelta
from typing import Any

from django import forms

from heard.foundations.ui.days import DayField

FAR = timedelta(days=5 * 366)


class DecideForm(forms.Form):
    """The manager's decision about one child: why, and until when."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why is asking not appropriate now?",
        help_text="You own this reason, and the child may read it one day.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages={"required": "Write why asking is not appropriate"},
    )
    until = DayField(
        label="Until which day?",
        help_text="Leave it empty if you don’t know yet. You can end it at any time.",
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> date | None:
        """Refuse a day that has passed, and one so far off that the year must be wrong."""
        day: date | None = self.cleaned_data["until"]
        if day and day < self.today:
            raise forms.ValidationError("That day has passed. Choose a day to come")
        if day and day > self.today + FAR:
            raise forms.ValidationError("That is more than five years away. Check the year")
        return day


class EndForm(forms.Form):
    """Why a decision ends."""

    why = forms.CharField(
        label="Why does it end?",
        help_text="The child is then asked again every three months.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Write why it ends"},
    )
