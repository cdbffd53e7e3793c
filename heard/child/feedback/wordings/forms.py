"""A form's texts in boxes, and the file of a form."""

import json
from typing import Any

from django import forms

from heard.child.feedback.definitions.checking import MOST_LETTERS, places_in, wrong_places
from heard.child.feedback.forms import NewId
from heard.child.feedback.wordings.boxes import Box, Content, groups_of
from heard.kernel.languages import LANGUAGES, OURS, names_of

MOST_BYTES = 65_536
NO_FILE = "Choose the file of the form"


class Words(forms.CharField):
    """One text of a form, on one line; what stands in curly brackets in ours stands in it too."""

    def __init__(self, box: Box, **given: Any) -> None:
        needed = box.same_as == ""
        super().__init__(
            label=box.label,
            required=needed,
            max_length=MOST_LETTERS,
            widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
            error_messages={"required": f"Write the words of “{box.label}”"},
            **given,
        )
        self.box = box

    def clean(self, value: Any) -> str:
        """Return the words; line breaks become spaces."""
        words = " ".join(super().clean(value).split())
        if self.box.path[0] != "opening":
            if "{" in words or "}" in words:
                raise forms.ValidationError("Take the curly brackets out: only sentences have them")
            return words
        problem = wrong_places(words)
        if problem:
            raise forms.ValidationError(f"“{self.box.label}”: {problem}")
        missing = sorted(places_in(self.box.words) - places_in(words))
        if missing:
            raise forms.ValidationError(f"“{self.box.label}” must have {{{missing[0]}}} in it")
        return words


class BoxesForm(forms.Form):
    """Every text of a form in a box of its own.

    `language` is fixed where the words of a form are changed, and chosen where it is translated:
    then the boxes begin empty.
    """

    id = NewId()

    def __init__(self, content: Content, *args: Any, translated: bool, **given: Any) -> None:
        super().__init__(*args, **given)
        self.content = content
        if translated:
            self.fields["language"] = language_field(content["language"])
        for group in groups_of(content):
            for box in group.boxes:
                begins = "" if translated or box.same_as else box.words
                self.fields[box.name] = Words(box, initial=begins)

    def chosen_language(self) -> str:
        """Return the language that was chosen, or that of the form whose words are changed."""
        return str(self.cleaned_data.get("language", self.content["language"]))


def language_field(other_than: str) -> forms.ChoiceField:
    """Return the choice of a language."""
    codes = (OURS, *(code for code in LANGUAGES if code != "en"))
    names = sorted((names_of(code), code) for code in codes if code != other_than)
    return forms.ChoiceField(
        label="Into which language?",
        choices=[("", "Choose a language"), *((code, name) for name, code in names)],
        error_messages={
            "required": "Choose the language",
            "invalid_choice": "Choose a language of the list",
        },
    )


class FileForm(forms.Form):
    """The file of a form (JSON)."""

    id = NewId()
    form = forms.FileField(
        label="The file",
        help_text="A form that you downloaded here and changed. Its name ends in .json.",
        max_length=None,
        error_messages={"required": NO_FILE, "missing": NO_FILE, "empty": "The file is empty"},
    )

    def clean_form(self) -> Any:
        """Return what the file says."""
        sent = self.cleaned_data["form"]
        if sent.size > MOST_BYTES:
            raise forms.ValidationError("The file is too big for a form. Use up to 64 kB")
        try:
            return json.loads(sent.read().decode("utf-8-sig"), parse_constant=_no_number)
        except UnicodeDecodeError as wrong:
            raise forms.ValidationError("Save the file as UTF-8, then send it again") from wrong
        except json.JSONDecodeError as wrong:
            raise forms.ValidationError(
                f"The file is not whole: look at line {wrong.lineno}. Compare it with the file "
                "that you downloaded"
            ) from wrong
        except (ValueError, RecursionError) as wrong:
            raise forms.ValidationError("This file is not a form") from wrong


def _no_number(name: str) -> None:
    raise ValueError(name)
