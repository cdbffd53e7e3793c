"""Who is around a child: adults of the network, an advocate, brothers and sisters."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms

from heard.child.people.codes_in_words import TIE_WORDS
from heard.child.people.forms.as_written import AsWritten
from heard.foundations.ui.days import DayField

NEW = ("", "Somebody new to Heard")
Choices = list[tuple[str, str]]


class AdultForm(forms.Form):
    """An adult around the child: a new one by name, or one whom Heard knows with the family."""

    adult = forms.TypedChoiceField(
        label="Somebody known to the family already", required=False, coerce=UUID, empty_value=None
    )
    name = AsWritten(
        label="Their name, as the child says it",
        max_length=300,
        required=False,
        error_messages={"required": "Write their name"},
    )
    kind = forms.ChoiceField(
        label="What are they to the child?",
        choices=list(TIE_WORDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they are to the child"},
    )
    relation = AsWritten(
        label="In the child’s words",
        help_text="For example nan, foster carer, mum’s friend Jo",
        max_length=100,
        error_messages={"required": "Write what they are to the child, for example nan"},
    )
    parental_responsibility = forms.BooleanField(
        label="They have parental responsibility", required=False
    )
    chosen_by_child = forms.BooleanField(label="The child chose them", required=False)
    helps_with = forms.CharField(label="What they help with", max_length=500, required=False)
    contact = forms.CharField(
        label="How to reach them",
        help_text="Only the worker and the worker’s manager see this",
        max_length=300,
        required=False,
    )
    language = forms.CharField(label="The language they speak best", max_length=64, required=False)
    interpreter = forms.BooleanField(label="They need an interpreter", required=False)

    def __init__(self, *args: Any, known: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            self.fields["adult"].choices = [NEW, *known]  # type: ignore[attr-defined]
        else:
            del self.fields["adult"]
            self.fields["name"].required = True

    def clean(self) -> dict[str, Any]:
        """Ask for a name, or for somebody known."""
        data = {"adult": None} | (super().clean() or {})
        named = "name" in self.errors or str(data.get("name", "")).strip()
        if not data["adult"] and not named:
            self.add_error("name", "Write their name")
        return data


class EndForm(forms.Form):
    """From which day."""

    on = DayField(label="From which day?", error_messages={"required": "Say from which day"})


class AdvocateForm(forms.Form):
    """Somebody with an account as an advocate, from a day."""

    staff = forms.TypedChoiceField(
        label="Who?", coerce=UUID, error_messages={"required": "Choose who speaks for the child"}
    )
    since = DayField(label="From which day?", error_messages={"required": "Say from which day"})

    def __init__(self, *args: Any, advocates: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].choices = [("", "Choose"), *advocates]  # type: ignore[attr-defined]


class FamilyForm(forms.Form):
    """The name of a family, and the ids of the brothers and sisters in it."""

    name = AsWritten(
        label="What the family is called",
        max_length=300,
        error_messages={"required": "Write what the family is called"},
    )
    children = forms.CharField(
        label="Ids of brothers and sisters",
        help_text="The whole ids, one on each line. Only children whom you work with",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, find: Callable[[str], UUID | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find = find

    def clean_children(self) -> list[UUID]:
        """Return the children with these ids; the first that is not one's own is named."""
        found = []
        for line in filter(None, map(str.strip, self.cleaned_data["children"].splitlines())):
            child = self.find(line)
            if child is None:
                raise forms.ValidationError(f"You work with no child with the id {line}")
            found.append(child)
        return found
