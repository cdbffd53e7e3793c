"""Writing down what somebody said, in any way, and who may see it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from heard.child.story.forms.fields import WordsField, past_day
from heard.child.voice.operations import Words
from heard.kernel.ids import uuid7

WAYS = (
    ("talk", "Face to face"), ("car", "In the car"), ("call", "On a call"),
    ("text", "A text or message"), ("letter", "A letter or card"),
    ("screenshot", "A screenshot: write out what it says"),
    ("drawing", "A drawing: write what they said about it"),
    ("meeting", "In a meeting"), ("other", "Another way"),
)  # fmt: skip
RIGHT = (("yes", "Yes"), ("not_quite", "Not quite"), ("", "I have not asked"))
USUAL = "usual"


def audiences(name: str) -> tuple[tuple[str, str], ...]:
    """Return who may see it, as it is asked: the words of 00-product.md."""
    return (
        ("worker", "Only their worker, and the worker’s manager"),
        ("helping", f"The people helping {name}: also the chair of reviews, and the advocate"),
        ("named", "People whom they name"),
    )


class SaidForm(forms.Form):
    """What somebody said. The id is made when the page is drawn: sent twice, it is one thing."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    drawn = forms.CharField(widget=forms.HiddenInput, required=False)
    who = forms.ChoiceField(label="Who said it?", widget=forms.RadioSelect)
    words = WordsField(
        label="What they said, in their own words",
        help_text="Word for word, also slang and swearing. What you think it means goes elsewhere.",
        rows=8,
        missing="Write what they said, in their own words",
    )
    way = forms.ChoiceField(
        label="How did they say it?",
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they said it"},
    )
    language = forms.CharField(
        label="In which language?", help_text="If not English", required=False, max_length=64
    )
    written_right = forms.ChoiceField(
        label="You read it back: “Did I write it right?”",
        choices=RIGHT,
        widget=forms.RadioSelect,
        required=False,
    )
    asked = forms.BooleanField(
        label="They were telling me how our work is going",
        help_text="It then counts as asking the child, and as talked over once you talk about it.",
        required=False,
    )
    soon = forms.BooleanField(
        label="They need someone soon",
        help_text="Their worker, the manager and the duty team are told at once.",
        required=False,
    )
    audience = forms.ChoiceField(
        label="Who may see it? Choose with them", widget=forms.RadioSelect, initial=USUAL
    )
    named = forms.MultipleChoiceField(
        label="Whom do they name?", widget=forms.CheckboxSelectMultiple, required=False
    )
    not_parents = forms.BooleanField(
        label="Parents and carers must not be told", required=False, initial=True
    )

    def __init__(
        self,
        data: Any = None,
        *,
        name: str,
        speakers: Sequence[tuple[str, str]],
        named: Sequence[tuple[str, str]],
        today: date,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial={"id": uuid7(), **(initial or {})})
        self.fields["happened_on"] = past_day("When did they say it?", today)
        self.fields["who"].choices = [("child", name), *speakers]  # type: ignore[attr-defined]
        self.fields["who"].initial = "child"
        usual = f"As usual: for {name}, the people helping and not parents or carers;"
        usual += " for an adult, only the worker"
        self.fields["audience"].choices = [  # type: ignore[attr-defined]
            (USUAL, usual), *audiences(name),
        ]  # fmt: skip
        self.fields["named"].choices = list(named)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever chooses "people whom they name" names somebody."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("audience") == "named" and not given.get("named"):
            self.add_error("named", "Tick whom they name, or choose somebody else to see it")
        return given

    def said(self) -> Words:
        """Return what was typed, as the voice keeps it."""
        given = self.cleaned_data
        adult = None if given["who"] == "child" else UUID(given["who"])
        return Words(
            way=given["way"],
            words=given["words"],
            happened_on=given["happened_on"],
            adult=adult,
            language=given["language"],
            written_right=given["written_right"],
            soon=given["soon"],
            asked=given["asked"],
            **self._seen_by(adult),
        )

    def _seen_by(self, adult: UUID | None) -> dict[str, Any]:
        given = self.cleaned_data
        if given["audience"] == USUAL:
            return {"audience": "worker" if adult else "helping", "not_parents": adult is None}
        named = given["named"] if given["audience"] == "named" else ()
        return {
            "audience": given["audience"],
            "not_parents": given["not_parents"],
            "named": tuple(UUID(one) for one in named),
        }
