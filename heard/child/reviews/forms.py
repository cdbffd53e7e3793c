"""What a chair answers about a review, what is planned, and what a child says afterwards."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms

from heard.child.people.models import LEVELS
from heard.child.people.presenters import LEVEL_WORDS
from heard.child.reviews.rules import ChairAnswers
from heard.foundations.ui.days import DayField
from heard.kernel.ids import uuid7

YES_NO = [("yes", "Yes"), ("no", "No")]
PLANS = [("", "Choose a plan"), *((level, LEVEL_WORDS[level]) for level in LEVELS)]
LONG_AGO = timedelta(days=2 * 366)


class IdsField(forms.CharField):
    """Ids in a hidden box, with commas between."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> frozenset[UUID]:
        """Return the ids; raises ValidationError for anything else."""
        try:
            return frozenset(UUID(part) for part in str(value or "").split(",") if part)
        except ValueError as wrong:
            raise forms.ValidationError("Open the page again: it was changed on its way") from wrong


class ChairForm(forms.Form):
    """Four plain questions to whoever chaired. `name` is what the child is called."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    after = IdsField(required=False)
    held_on = DayField(label="When was the review?")
    plan_type = forms.ChoiceField(
        label="Which plan was reviewed?",
        choices=PLANS,
        error_messages={"required": "Choose which plan was reviewed"},
    )
    could = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect)
    why_not = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), max_length=4000, required=False
    )
    chose_not_to = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, required=False)
    there = forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, required=False)
    views = forms.MultipleChoiceField(
        choices=[
            ("spoke", "They said it themselves, there"),
            ("own_way", "They showed it there in a way of their own: drawn, written, signed"),
            ("advocate_spoke", "An advocate came and spoke for them"),
            (
                "views_came",
                "They were not there, and their views came: a letter, a recording",
            ),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, name: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name, self.today = name, today
        for field, (label, hint, missing) in asked_of(name).items():
            self.fields[field].label, self.fields[field].help_text = label, hint
            self.fields[field].error_messages["required"] = missing

    def clean_held_on(self) -> date:
        """Refuse a day to come, and one so long ago that the year must be wrong."""
        day: date = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError("That day is still to come. Record it once it was held")
        if day < self.today - LONG_AGO:
            raise forms.ValidationError("That is more than two years ago. Check the year")
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse answers that contradict each other: Heard never guesses which is right."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("could") == "no" and not said.get("why_not", "").strip():
            self.add_error("why_not", f"Write why {self.name} could not take part")
        if said.get("could") == "yes":
            self._taking_part(said, set(said.get("views", ())))
        return said

    def _taking_part(self, said: dict[str, Any], views: set[str]) -> None:
        name, there = self.name, said.get("there")
        if not said.get("chose_not_to"):
            self.add_error("chose_not_to", f"Say whether {name} chose not to take part")
        elif said["chose_not_to"] == "yes":
            if views or there == "yes":
                words = f"You say that {name} chose not to take part, and how they did. Keep one"
                self.add_error("chose_not_to", words)
        elif not there:
            self.add_error("there", f"Say whether {name} was there")
        elif there == "no" and views & {"spoke", "own_way"}:
            words = f"You say that {name} was not there, and spoke or showed it there. Keep one"
            self.add_error("there", words)
        elif there == "yes" and "views_came" in views:
            words = f"You say that {name} was there, and sent their views instead. Keep one"
            self.add_error("there", words)

    def answers(self) -> ChairAnswers:
        """Return what the chair said, once the form is valid."""
        said, views = self.cleaned_data, set(self.cleaned_data["views"])
        reason = said["why_not"].strip() if said["could"] == "no" else ""
        return ChairAnswers(
            valid_reason=reason,
            chose_not_to=said["chose_not_to"] == "yes",
            there={"yes": True, "no": False}.get(said["there"]),
            spoke="spoke" in views,
            own_way="own_way" in views,
            advocate_spoke="advocate_spoke" in views,
            views_came="views_came" in views,
        )


def asked_of(name: str) -> dict[str, tuple[str, str, str]]:
    """Return the four questions about a child: label, hint, and what to do when it is missing."""
    return {
        "could": (
            f"1. Could {name} take part?",
            "At any age, and in any way. Being very young is not a reason by itself.",
            f"Say whether {name} could take part",
        ),
        "why_not": (f"If not: why could {name} not take part?", f"{name} may read this.", ""),
        "chose_not_to": (
            f"2. Did {name} choose not to take part in any way?",
            f"Yes only when the choice was {name}’s own.",
            "",
        ),
        "there": (f"3. Was {name} there?", "By video or phone counts as there.", ""),
        "views": (
            f"4. How did {name}’s views come to the review?",
            "Tick all that happened. Tick nothing when no views came.",
            "",
        ),
    }


class PlanForm(forms.Form):
    """A review to come: which plan, when, who chairs, and which children."""

    together = forms.UUIDField(widget=forms.HiddenInput)
    plan_type = forms.ChoiceField(
        label="Which plan?",
        choices=PLANS,
        error_messages={"required": "Choose which plan will be reviewed"},
    )
    due = DayField(label="When is it?")
    chair = forms.ChoiceField(
        label="Who chairs it?",
        help_text="They can read the child’s record from now on.",
        error_messages={"required": "Choose who chairs it"},
    )
    also = forms.MultipleChoiceField(
        label="Who else of the family is reviewed in the same meeting?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        chairs: Iterable[tuple[str, str]],
        also: Iterable[tuple[str, str]],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["chair"].choices = [("", "Choose a person"), *chairs]  # type: ignore[attr-defined]
        self.fields["also"].choices = list(also)  # type: ignore[attr-defined]

    def clean_due(self) -> date:
        """Refuse a day that has passed, and one so far off that the year must be wrong."""
        day: date = self.cleaned_data["due"]
        if day < self.today:
            raise forms.ValidationError("That day has passed. Record the review instead")
        if day > self.today + LONG_AGO:
            raise forms.ValidationError("That is more than two years away. Check the year")
        return day


class CallOffForm(forms.Form):
    """Why a planned review will not be held."""

    why = forms.CharField(
        label="Why will it not be held?",
        help_text="Another day, another chair, the plan ended. The child may read this.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": "Write why it will not be held"},
    )


class AfterForm(forms.Form):
    """One question to the child after the review, in their own words, and who may see it."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    words = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 5}), max_length=65_536, required=False, strip=False
    )
    audience = forms.ChoiceField(widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, label: str, worker: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
        self.fields["words"].error_messages["max_length"] = (
            "That is more than one box can hold. Cut it in two, or ask for help"
        )
        audience = self.fields["audience"]
        audience.label = "Who may see this?"
        audience.choices = [  # type: ignore[attr-defined]
            ("helping", "The people who help me"),
            ("worker", f"Only {worker} and their manager"),
        ]

    def clean_audience(self) -> str:
        """Return who may see it; nothing chosen is what a child's words begin with."""
        chosen: str = self.cleaned_data["audience"]
        return chosen or "helping"


def new_id() -> dict[str, UUID]:
    """Return the first values of a form that makes something: an id of its own."""
    return {"id": uuid7()}
