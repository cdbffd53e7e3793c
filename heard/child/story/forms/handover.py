"""A change of worker: who comes, why and when, what to know, and a day for each open promise."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from heard.child.story.forms.fields import WordsField, coming_day, past_day
from heard.kernel.ids import uuid7

# SW_REASON of the return on children in care (SSDA903), in our own words.
WHY = (
    ("", "Choose why"),
    ("LEFTRL", "The worker before left their job here"),
    ("ABSENC", "The worker is away, or is back again"),
    ("MANAGE", "The work was shared out anew"),
    ("ORGRST", "The teams were changed"),
    ("TSPROC", "Children move to another team at this point"),
    ("FCONTA", "First contact, or we were asked to work together again"),
    ("CHCHAN", "The child asked for another worker"),
    ("PCCHAN", "A parent or carer asked for another worker"),
    ("SWDIED", "The worker before died"),
    ("OTHERS", "Another reason"),
)


class HandoverForm(forms.Form):
    """The id is made when the page is drawn: sent twice, it is one change."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    to = forms.ChoiceField(
        label="Who is the new worker?", error_messages={"required": "Choose the new worker"}
    )
    why = forms.ChoiceField(
        label="Why?", choices=WHY, error_messages={"required": "Choose why the worker changes"}
    )
    words = WordsField(
        label="Why, in words for the child",
        help_text="They can read it: “Priya has a new job in another town.”",
        rows=3,
        most=4000,
        missing="Write why, so that the child can read it",
    )
    know = WordsField(
        label="What my new worker should know",
        help_text="Chosen by the child, in their own words, so that nothing is told twice.",
        rows=5,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        name: str,
        workers: Sequence[tuple[str, str]],
        waiting: Sequence[tuple[UUID, date]],
        since: date | None,
        today: date,
    ) -> None:
        super().__init__(data, initial={"id": uuid7()})
        self.since, self.waiting = since, [pk for pk, _ in waiting]
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", "Choose somebody"), *workers,
        ]  # fmt: skip
        self.fields["on"] = past_day("From which day?", today)
        self.fields["told_child"] = forms.BooleanField(label=f"I told {name}", required=False)
        for pk, due in waiting:
            self.fields[f"due_{pk}"] = coming_day("By when is this answered?", today)
            self.fields[f"due_{pk}"].initial = max(due, today)

    def clean_on(self) -> date:
        """The worker before had at least a day."""
        on: date = self.cleaned_data["on"]
        if self.since and on <= self.since:
            raise forms.ValidationError("The worker now began on that day or later")
        return on

    def dues(self) -> dict[UUID, date]:
        """Return the day for each open promise."""
        return {pk: self.cleaned_data[f"due_{pk}"] for pk in self.waiting}
