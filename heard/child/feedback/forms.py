"""What people type on the pages of a feedback form."""

from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator

from heard.child.feedback.rules import HIGHEST, LOWEST, WordsRefused, clean_words
from heard.kernel.ids import uuid7

AGAIN = "Answer as you like; a number here is from 1 to 5."


class Words(forms.CharField):
    """Somebody's own words: kept letter by letter; what cannot be kept is said in words."""

    widget = forms.Textarea

    def __init__(self, **given: Any) -> None:
        super().__init__(strip=False, required=False, **given)
        kinds = ProhibitNullCharactersValidator
        self.validators = [v for v in self.validators if not isinstance(v, kinds)]

    def clean(self, value: Any) -> str:
        """Return the words with the line breaks that the person saw."""
        try:
            return clean_words(super().clean(value))
        except WordsRefused as refused:
            raise forms.ValidationError(str(refused)) from refused


class NewId(forms.UUIDField):
    """An id that is made when the form is drawn, so that sending twice changes nothing more."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(initial=uuid7, error_messages={"required": STALE, "invalid": STALE})


STALE = "This page was not whole. Load it again; your words stand below."


class QuestionForm(forms.Form):
    """One question: a number or a face, or none, and the person's own words."""

    answer = NewId()
    call = NewId()
    simpler_used = forms.BooleanField(required=False, widget=forms.HiddenInput)
    score = forms.TypedChoiceField(
        choices=[(str(n), str(n)) for n in range(LOWEST, HIGHEST + 1)],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": AGAIN},
    )
    words = Words(
        label="Do you want to say more?",
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )


class PaperForm(QuestionForm):
    """One question of a paper form, entered later; why there is no answer is kept apart."""

    state = forms.ChoiceField(
        label="If there is no answer",
        choices=[
            ("", "It was left out"),
            ("not_asked", "It was not asked"),
            ("not_applicable", "It does not apply"),
        ],
        required=False,
        widget=forms.RadioSelect,
    )


class RightForm(forms.Form):
    """Did I write it right?"""

    answer = NewId()
    right = forms.ChoiceField(choices=[("yes", "Yes"), ("not_quite", "Not quite")])


class DeclineForm(forms.Form):
    """Not today; a reason is theirs to give or not."""

    reason = forms.CharField(max_length=1000, required=False)


class LastForm(forms.Form):
    """The last page: show it to whom, and who may read the words."""

    share = forms.ChoiceField(
        label="What shall happen with it now?", required=False, widget=forms.RadioSelect
    )
    audience = forms.ChoiceField(
        label="Who can read what you wrote?", required=False, widget=forms.RadioSelect
    )
    not_parents = forms.BooleanField(label="Don’t tell my parents or carers", required=False)
    shared_with_family = forms.BooleanField(
        label="The others of my family may see my answers", required=False
    )

    def __init__(
        self, share: list[tuple[str, str]], audience: list[tuple[str, str]], *args: Any, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["share"].choices = share  # type: ignore[attr-defined]
        self.fields["audience"].choices = audience  # type: ignore[attr-defined]


class AskForm(forms.Form):
    """Whom to ask, with which form, at which meeting, and how it is filled in."""

    meeting_id = NewId()
    first_form = NewId()
    people = forms.MultipleChoiceField(
        label="Who is asked?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Each person has a form of their own, which the others do not see.",
        error_messages={"required": "Choose at least one person"},
    )
    child_form = forms.ChoiceField(label="Which form?", widget=forms.RadioSelect)
    variant = forms.ChoiceField(
        label="Which wording fits this family?",
        widget=forms.RadioSelect,
        help_text="Proposed from the kind of plan. You may change it for this family.",
    )
    language = forms.ChoiceField(label="In which language is the form?", widget=forms.RadioSelect)
    how = forms.ChoiceField(label="How is it filled in?", widget=forms.RadioSelect)
    interpreter_language = forms.CharField(
        label="Language of the interpreter", max_length=64, required=False
    )
    meeting = forms.ChoiceField(label="At which meeting?", widget=forms.RadioSelect)
    kind = forms.ChoiceField(label="Where did you meet?")
    conversation = forms.ChoiceField(label="What kind of conversation was it?")
    there = forms.MultipleChoiceField(
        label="Who is in the room?", widget=forms.CheckboxSelectMultiple, required=False
    )
    others = forms.CharField(
        label="Anybody else in the room",
        help_text="For example: her teacher, an interpreter",
        max_length=200,
        required=False,
    )
    provider = forms.BooleanField(
        label="I ask for a provider, such as short breaks: it counts as asking every 3 months",
        required=False,
    )

    def __init__(self, choices: dict[str, list[tuple[str, str]]], *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the interpreter's language where there is an interpreter."""
        sent: dict[str, Any] = super().clean() or {}
        if sent.get("how") == "interpreter" and not sent.get("interpreter_language"):
            self.add_error("interpreter_language", "Write the language of the interpreter")
        return sent


class HastyForm(forms.Form):
    """A note that the answers seem hasty or meant to please."""

    note = NewId()
    words = forms.CharField(
        label="Do the answers seem hasty, or meant to please?",
        help_text="The answers stay as given. Your note stands beside them, under your name.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=4000,
        error_messages={"required": "Write what you noticed"},
    )
