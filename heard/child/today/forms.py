"""What people type about supervision."""

from django import forms

from heard.kernel.ids import uuid7


class BringForm(forms.Form):
    """What a worker wants to think about in supervision; its id is made when it is drawn."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    about = forms.CharField(
        label="What do you want to think about?",
        help_text="Your manager reads this with you.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
