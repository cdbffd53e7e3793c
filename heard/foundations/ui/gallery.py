"""What the gallery shows: invented words, and a form with every kind of field, some of it wrong."""

from django import forms
from django.core.paginator import Page, Paginator

from heard.foundations.ui.days import DayField

LOOKS = {
    "staff": "For staff",
    "child": "For children of 4 to 10",
    "young": "For young people of 11 to 25",
    "family": "For parents and carers",
}
DIRECTIONS = ("ltr", "rtl")

HOW = [
    ("alone", "They filled it in by themselves"),
    ("read_out", "Somebody read it out"),
    ("interpreter", "With an interpreter"),
]
WHO = [("nan", "Nan"), ("teacher", "Her teacher"), ("advocate", "Her advocate")]
REVIEWS = [("", "Choose a review"), ("cin", "Child in need"), ("cla", "In our care")]

# What somebody sent: some of it wrong, so that the gallery shows how errors look.
SENT = {
    "name": "",
    "day-day": "31",
    "day-month": "2",
    "day-year": "2026",
    "how": "read_out",
    "who": ["nan"],
    "review": "cla",
    "words": "I want to see my cousins.\nAnd can we keep the dog?",
    "told": "on",
}


class GalleryForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(
        label="What they like to be called",
        help_text="The name they use, not the name on the file",
        error_messages={"required": "Write the name that they like to be called"},
    )
    day = DayField(label="When was it said?", help_text="For example 23 11 2026")
    how = forms.ChoiceField(label="How was it said?", choices=HOW, widget=forms.RadioSelect)
    who = forms.MultipleChoiceField(
        label="Who was there?",
        choices=WHO,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick everybody who was in the room",
        required=False,
    )
    review = forms.ChoiceField(label="Which review?", choices=REVIEWS)
    words = forms.CharField(
        label="What they said, in their own words",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    points = forms.IntegerField(label="How many points were agreed?", required=False)
    told = forms.BooleanField(label="I told Maya what will happen", required=False)
    password = forms.CharField(label="Your password", widget=forms.PasswordInput, required=False)


class FileForm(forms.Form):
    """A file to bring in."""

    file = forms.FileField(
        label="The file to bring in", help_text="A CSV or XML file of up to 200 MB"
    )


def page() -> Page:
    """Return the fifth of twelve pages."""
    return Paginator(range(240), 20).get_page(5)
