"""Forms of the family door."""

from typing import Any

from django import forms

from heard.child.feedback.forms import Words

ROWS = forms.Textarea(attrs={"rows": 4})
MOST = 20_000


class CodeForm(forms.Form):
    """The code from the paper; capitals, spaces and dashes do not matter."""

    code = forms.CharField(
        label="Your code",
        max_length=100,
        error_messages={"required": "Type the code that is on the paper"},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class OpenForm(forms.Form):
    """ "Shall we?" The browser's own value is used where this browser has none yet."""

    code = forms.CharField(max_length=100, widget=forms.HiddenInput)
    browser = forms.CharField(max_length=100, widget=forms.HiddenInput, min_length=40)
    shall_we = forms.ChoiceField(choices=[("yes", "Yes"), ("later", "Not today")])


def hidden(**values: Any) -> OpenForm:
    """Return the form as the invitation draws it."""
    return OpenForm(initial=values)


class ToldForm(forms.Form):
    """Were you told what came of it? Yes, or not yet; in their own words if they like."""

    told = forms.ChoiceField(
        label="Were you told what came of it?",
        choices=[("yes", "Yes"), ("not_yet", "Not yet")],
        error_messages={"required": "Choose yes or not yet"},
        widget=forms.RadioSelect,
    )
    words = Words(label="Is there anything you would like to say about it?", widget=ROWS)


class EndingForm(forms.Form):
    """Three questions when our work ends. No numbers."""

    changed = Words(label="What changed for you?", max_length=MOST, widget=ROWS)
    not_changed = Words(label="What did not change?", max_length=MOST, widget=ROWS)
    better = Words(label="What should we do better?", max_length=MOST, widget=ROWS)
    for_learning = forms.BooleanField(
        label="You may use my words to learn from, without my name", required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask for at least one answer; to say nothing they leave the page."""
        given = self.cleaned_data
        if not self.errors and not any(given[f].strip() for f in list(given)[:3]):
            self.add_error("changed", "Answer one of the questions, or choose Not today")
        return given
