"""For whom a copy of a story is made, and why."""

from typing import Any

from django import forms

from heard.child.story.queries.copies import Recipient


class CopyForm(forms.Form):
    """For whom and why; and, where something looks like an address, that somebody read it."""

    recipient = forms.ChoiceField(
        label="Who is the copy for?",
        widget=forms.RadioSelect,
        help_text="It holds only what this person may see. It is not for anybody else.",
        error_messages={"required": "Choose who the copy is for"},
    )
    why = forms.CharField(
        label="Why do they need it?",
        help_text="This is written down. The child may read it one day.",
        widget=forms.Textarea(attrs={"rows": 3}),
        min_length=10,
        max_length=500,
        error_messages={
            "required": "Type why they need a copy",
            "min_length": "Say a little more about why they need a copy",
        },
    )
    checked = forms.BooleanField(
        label="I read these. Nothing in them says where somebody else lives or can be reached",
        required=False,
    )

    def __init__(self, *args: Any, recipients: list[Recipient], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {one.key: one for one in recipients}
        choices = [(one.key, f"{one.name}, {one.what}") for one in recipients]
        self.fields["recipient"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> Recipient:
        """Return for whom it is."""
        return self.found[self.cleaned_data["recipient"]]
