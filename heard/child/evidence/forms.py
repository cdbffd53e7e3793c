"""The manager's answer about one child, and an assessment put up, authorised or sent back."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from heard.child.evidence.operations import Piece

ANSWERS = [("yes", "Yes"), ("no", "No"), ("not_appropriate", "Not appropriate")]
Choices = Iterable[tuple[str, str]]


class AnswerForm(forms.Form):
    """Was this one child heard and responded to? Yes names evidence of both."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    after = forms.CharField(widget=forms.HiddenInput, required=False, max_length=36)
    answer = forms.ChoiceField(choices=ANSWERS, widget=forms.RadioSelect)
    heard = forms.MultipleChoiceField(
        label="Evidence of heard: somebody listened",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    heard_reference = forms.CharField(
        label="Or a record in your case management system that shows it",
        help_text="What it is, its date and its number",
        max_length=500,
        required=False,
    )
    responded = forms.MultipleChoiceField(
        label="Evidence of responded to: something came of it, or they were told why not",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    responded_reference = forms.CharField(
        label="Or a record in your case management system that shows it",
        help_text="What it is, its date and its number",
        max_length=500,
        required=False,
    )
    reason = forms.CharField(
        help_text="You own this reason, and the child may read it.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )

    def __init__(
        self, *args: Any, name: str, heard: Choices, responded: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        answer = self.fields["answer"]
        answer.label = f"Was {name} heard and responded to?"
        answer.error_messages["required"] = f"Choose an answer about {name}"
        self.fields["reason"].label = f"If not appropriate: why was {name} not to be asked?"
        self.fields["heard"].choices = list(heard)  # type: ignore[attr-defined]
        self.fields["responded"].choices = list(responded)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A yes needs a piece of each kind; not appropriate needs its reason."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("answer") == "yes":
            for kind, words in (("heard", "heard"), ("responded", "responded to")):
                if not (said.get(kind) or said.get(f"{kind}_reference", "").strip()):
                    self.add_error(kind, f"A yes names at least one piece of evidence of {words}")
        if said.get("answer") == "not_appropriate" and not said.get("reason", "").strip():
            self.add_error("reason", "Write why it was not appropriate")
        return said

    def pieces(self, kind: str) -> tuple[Piece, ...]:
        """Return the pieces named as evidence of heard or of responded; none unless it is a yes."""
        sent = self.cleaned_data
        if sent["answer"] != "yes":
            return ()
        found = [piece_named(key) for key in sent[kind]]
        reference = sent[f"{kind}_reference"].strip()
        return tuple([*found, Piece(reference=reference)] if reference else found)


def piece_named(key: str) -> Piece:
    """Return the piece of a choice: what it is and its id, with a colon between."""
    kind, _, name = key.partition(":")
    pk = UUID(name)
    if kind == "said":
        return Piece(said=pk)
    return Piece(step=pk) if kind == "step" else Piece(review=pk)


class PutUpForm(forms.Form):
    """An assessment of one or several children, put up to the manager."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    also = forms.MultipleChoiceField(
        label="Who else is on this assessment?",
        help_text="The manager answers for each child apart.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reference = forms.CharField(
        label="Where it stands in your case management system",
        help_text="Its number, so that the manager finds it",
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, also: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["also"].choices = list(also)  # type: ignore[attr-defined]


class AuthoriseForm(forms.Form):
    """Authorise an assessment, or send it back with why."""

    what = forms.ChoiceField(
        label="What do you decide?",
        choices=[
            ("authorise", "Authorise it: it completes today"),
            ("send_back", "Send it back to the worker"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether to authorise it or to send it back"},
    )
    why = forms.CharField(
        label="If you send it back: what should change?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Sending back says why."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("what") == "send_back" and not said.get("why", "").strip():
            self.add_error("why", "Write what should change before you authorise it")
        return said
