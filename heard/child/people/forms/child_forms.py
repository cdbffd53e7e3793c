"""What the child likes to be called, and how they are best asked and told."""

from typing import Any

from django import forms

from heard.child.people.codes_in_words import DISABILITY_WORDS
from heard.child.people.forms.as_written import AsWritten
from heard.child.people.models import Child


class DescribeForm(forms.Form):
    """Each part may be left out."""

    known_as = AsWritten(label="What they like to be called", max_length=300, required=False)
    language = forms.CharField(label="The language they speak best", max_length=64, required=False)
    interpreter = forms.BooleanField(label="They need an interpreter", required=False)
    communication = forms.CharField(
        label="How they are best asked and told",
        help_text="For example with symbols, signing, drawing, short questions, or time to think",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    disability = forms.MultipleChoiceField(
        label="Disability",
        choices=list(DISABILITY_WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean_disability(self) -> str:
        """Return the codes of the statutory list with spaces between; "none" stands alone."""
        chosen = self.cleaned_data["disability"]
        codes = [code for code in DISABILITY_WORDS if code in chosen]
        if "NONE" in codes and len(codes) > 1:
            raise forms.ValidationError("“No disability” stands alone. Take the others away, or it")
        return " ".join(codes)


def known(child: Child) -> dict[str, Any]:
    """Return what Heard knows, as the form shows it."""
    fields = ("known_as", "language", "interpreter", "communication")
    return {name: getattr(child, name) for name in fields} | {
        "disability": child.disability.split()
    }
