"""The safe-contact check."""

from typing import Any

from django import forms

from heard.child.feedback.forms import NewId
from heard.child.voice.operations import SafeCheck

YES_NO = [("yes", "Yes"), ("no", "No, or not sure")]
BESIDE = "Used beside the worker; no phone and no letterbox is needed"
NOT_SAFE = "Then do not leave a link or a code. Choose “Beside me”, or hand over your screen"


class LinkForm(forms.Form):
    """How the link reaches the person, and what was asked before."""

    id = NewId()
    way = forms.ChoiceField(
        label="How will they answer?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they will answer"},
    )
    safe = forms.ChoiceField(
        label="Is it safe for them to get a message there?",
        choices=YES_NO, required=False, widget=forms.RadioSelect,
    )  # fmt: skip
    alone = forms.ChoiceField(
        label="Is the phone or the letterbox theirs alone?",
        choices=YES_NO, required=False, widget=forms.RadioSelect,
    )  # fmt: skip
    words = forms.CharField(
        label="Whom did you ask, and what did they say?",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, ways: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = ways  # type: ignore[attr-defined]
        if len(ways) == 1:
            self.initial["way"] = ways[0][0]

    def clean(self) -> dict[str, Any]:
        """A link or a paper needs the whole check; beside the worker it does not."""
        given = self.cleaned_data
        if given.get("way") in (None, "with_worker"):
            return given
        for name, missing in (("safe", "Say whether it is safe"), ("alone", "Say whose it is")):
            if given.get(name) != "yes":
                self.add_error(name, NOT_SAFE if given.get(name) else missing)
        if not given.get("words"):
            self.add_error("words", "Write whom you asked, and what they said")
        return given

    def check(self) -> SafeCheck:
        """Return what was asked before, in words."""
        given = self.cleaned_data
        if given["way"] == "with_worker":
            return SafeCheck("with_worker", given["words"] or BESIDE)
        return SafeCheck(given["way"], given["words"])


class EndingLinkForm(LinkForm):
    """The same, for one of the people who are asked when our work ends."""

    who = forms.ChoiceField(
        label="Who will answer?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who will answer"},
    )

    def __init__(self, people: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = people  # type: ignore[attr-defined]
        self.order_fields(["who"])
