"""A visit: when, where, who was there, and what it was for. Nothing is typed twice."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms

from heard.child.meetings.operations import There
from heard.child.story.forms.fields import WordsField, past_day
from heard.foundations.deployment.clock import LONDON
from heard.kernel.ids import uuid7

KINDS = (
    ("visit", "At home"), ("school", "At school or nursery"), ("office", "At the office"),
    ("outside", "Out and about, or in the car"), ("call", "A call"), ("other", "Somewhere else"),
)  # fmt: skip
CONVERSATIONS = (
    ("ordinary", "An ordinary one"), ("first", "The first one"),
    ("hard_message", "I gave a hard message"), ("good_news", "I brought good news"),
    ("ending", "About the end of our work"), ("other", "Another kind"),
)  # fmt: skip


class VisitForm(forms.Form):
    """The id is made when the page is drawn: sent twice, it is one visit."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    drawn = forms.CharField(widget=forms.HiddenInput, required=False)
    at = forms.TimeField(
        label="At what time?",
        help_text="For example 16:30",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Write the time like 16:30"},
    )
    kind = forms.ChoiceField(
        label="Where?",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where"},
    )
    place = forms.CharField(label="Which place?", required=False, max_length=200)
    purpose = forms.CharField(label="What was it for?", required=False, max_length=1000)
    conversation = forms.ChoiceField(
        label="What kind of conversation was it?", choices=CONVERSATIONS, initial="ordinary"
    )
    there = forms.MultipleChoiceField(
        label="Who was there?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick who was there"},
    )
    others = forms.CharField(
        label="Who else?",
        help_text="Names or jobs, with commas between",
        required=False,
        max_length=1000,
    )
    note = WordsField(
        label="What you want to remember",
        help_text="Write it to the child: “You told me ...”. They may read it.",
        rows=5,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        child: UUID,
        name: str,
        children: Sequence[tuple[str, str]],
        adults: Sequence[tuple[str, str]],
        today: date,
        drawn: str = "",
    ) -> None:
        super().__init__(data, initial={"id": uuid7(), "drawn": drawn, "there": [f"child {child}"]})
        self.child = child
        self.fields["on"] = past_day("When was it?", today)
        self.fields["there"].choices = [  # type: ignore[attr-defined]
            (f"child {child}", name),
            *((f"child {pk}", called) for pk, called in children),
            *((f"adult {pk}", called) for pk, called in adults),
        ]
        self.fields["alone"] = forms.BooleanField(
            label=f"I saw {name} alone for some of it", required=False
        )

    def clean_there(self) -> list[str]:
        """The child whose page this is was there."""
        there: list[str] = self.cleaned_data["there"]
        if f"child {self.child}" not in there:
            raise forms.ValidationError("A visit without the child is not one of theirs")
        return there

    def clean_others(self) -> str:
        """Each name is short enough to be one person."""
        others = str(self.cleaned_data["others"])
        if any(len(one.strip()) > 200 for one in others.split(",")):
            raise forms.ValidationError("Write one name, then a comma, then the next")
        return others

    def happened_at(self) -> datetime:
        """Return the day and time in London; noon where no time was given."""
        given = self.cleaned_data
        return datetime.combine(given["on"], given["at"] or time(12), tzinfo=LONDON)

    def who(self) -> There:
        """Return who was there."""
        given = self.cleaned_data
        pairs = [one.split(" ") for one in given["there"]]
        others = (one.strip() for one in given["others"].split(","))
        return There(
            children=tuple(UUID(pk) for what, pk in pairs if what == "child"),
            adults=tuple(UUID(pk) for what, pk in pairs if what == "adult"),
            others=tuple(one for one in others if one),
            alone=frozenset({self.child}) if given["alone"] else frozenset(),
        )
