"""Who may see it from now on."""

from collections.abc import Sequence
from typing import Any

from django import forms

from heard.child.story.forms.said import audiences

WHOSE = (
    ("yes", "They do: we are choosing together now"),
    ("no", "I do: I let fewer people see it"),
)


class WhoForm(forms.Form):
    """Only the person themself can let more people see it."""

    by_speaker = forms.ChoiceField(
        label="Who is choosing?",
        choices=WHOSE,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who is choosing"},
    )
    audience = forms.ChoiceField(label="Who may see it?", widget=forms.RadioSelect)
    named = forms.MultipleChoiceField(
        label="Whom do they name?", widget=forms.CheckboxSelectMultiple, required=False
    )
    not_parents = forms.BooleanField(label="Parents and carers must not be told", required=False)

    def __init__(
        self, data: Any = None, *, name: str, named: Sequence[tuple[str, str]], initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["audience"].choices = audiences(name)  # type: ignore[attr-defined]
        self.fields["named"].choices = list(named)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever chooses "people whom they name" names somebody."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("audience") == "named" and not given.get("named"):
            self.add_error("named", "Tick whom they name, or choose somebody else to see it")
        return given
