"""What people type on the pages of returns."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from heard.authority.returns.rules.days import BadReturn, check_as_of, words_of_day
from heard.foundations.ui.days import DayField
from heard.kernel.time import ReportingYear, latest_as_of

YEARS_BACK = 6


def year_choices(today: date) -> list[tuple[str, str]]:
    """Return the years that a return can be built for, this year first."""
    this = ReportingYear.containing(latest_as_of(today)).begins
    years = [ReportingYear(begins) for begins in range(this, this - YEARS_BACK, -1)]
    return [(year.label, f"{year.label}: {_span(year)}") for year in years]


def _span(year: ReportingYear) -> str:
    return f"{words_of_day(year.start)} to {words_of_day(year.end)}"


class AsOfForm(forms.Form):
    """The last day whose facts are counted; the form knows today."""

    as_of = DayField(
        label="The last day counted",
        help_text="Facts after this day are not used. Empty: yesterday, because today is not over.",
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_as_of(self) -> date | None:
        """Refuse a day later than yesterday, in words."""
        given: date | None = self.cleaned_data["as_of"]
        try:
            check_as_of(given, self.today)
        except BadReturn as problem:
            raise forms.ValidationError(str(problem)) from problem
        return given


class BuildForm(AsOfForm):
    """Which year to build, up to which day."""

    year = forms.ChoiceField(label="Reporting year", widget=forms.RadioSelect)
    field_order = ["year", "as_of"]

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        self.fields["year"].choices = year_choices(today)  # type: ignore[attr-defined]


class CorrectForm(AsOfForm):
    """Why a signed return is corrected, and up to which day it is counted now."""

    reason = forms.CharField(
        label="Why does it need correcting?",
        help_text="Readers of both versions see this, with your name.",
        widget=forms.Textarea(attrs={"rows": 4}),
        initial="",
        max_length=4000,
        error_messages={"required": "Say why it needs correcting"},
    )
    field_order = ["reason", "as_of"]


class NoteForm(forms.Form):
    """A note that explains a figure or the whole."""

    about = forms.ChoiceField(label="What is your note about?", widget=forms.RadioSelect)
    text = forms.CharField(
        label="Your note",
        help_text="Who reads the return reads this. Name no child and nobody's words.",
        widget=forms.Textarea(attrs={"rows": 6}),
        initial="",
        max_length=4000,
        error_messages={"required": "Write your note"},
    )

    def __init__(self, *args: Any, about: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = list(about)  # type: ignore[attr-defined]


class SeenForm(forms.Form):
    """Carries the content hash of the figures that the person looked at."""

    content_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)


class AcceptForm(SeenForm):
    """Why the director accepts an error."""

    reason = forms.CharField(
        label="Why can the return go out with this error?",
        help_text="It stands in the return with your name. Built again with other figures or other "
        "records, the error asks again.",
        widget=forms.Textarea(attrs={"rows": 4}),
        initial="",
        max_length=2000,
        error_messages={"required": "Say why the return can go out with this error"},
    )


class SignForm(SeenForm):
    """What the signer saw, and that they sign it."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    read = forms.BooleanField(
        label="I have read this return and sign it for the authority",
        error_messages={"required": "Tick this to say that you have read it"},
    )


class PlanForm(forms.Form):
    """What is known of a year's voice plan, by hand."""

    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    published_on = DayField(
        label="When was it published?", help_text="Empty: not published yet.", required=False
    )
    address = forms.URLField(
        label="Where can everybody read it?",
        help_text="The address of the page, beginning with https:// or http://",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Write the whole address, such as https://www.example.gov.uk"},
    )
    child_friendly = forms.BooleanField(label="It has a version for children", required=False)
    scrutinised_by_young_people = forms.BooleanField(
        label="Young people scrutinised it", required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_published_on(self) -> date | None:
        """Refuse a day to come: then it is not published."""
        day: date | None = self.cleaned_data["published_on"]
        if day and day > self.today:
            raise forms.ValidationError("That day has not come yet. Record it once it is published")
        return day

    def clean_address(self) -> str:
        """Refuse any address that is not a web page."""
        address: str = self.cleaned_data["address"]
        if address and not address.startswith(("https://", "http://")):
            raise forms.ValidationError("The address must begin with https:// or http://")
        return address

    def clean(self) -> dict[str, Any]:
        """Refuse a day without an address, and an address without a day."""
        given = super().clean() or {}
        day, address = given.get("published_on"), given.get("address")
        if day and address == "":
            self.add_error("address", "Give the address too: published means that all can read it")
        if address and day is None and "published_on" in given:
            self.add_error("published_on", "Give the day of publication too")
        return given


class DelegateForm(forms.Form):
    """Who may sign in the director's place, and from when to when."""

    staff = forms.ChoiceField(label="Who may sign in your place?", widget=forms.RadioSelect)
    from_day = DayField(label="From")
    until_day = DayField(label="Until", help_text="This day is included.")

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].choices = list(people)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the start."""
        given = super().clean() or {}
        first, last = given.get("from_day"), given.get("until_day")
        if first and last and last < first:
            self.add_error("until_day", "The last day cannot be before the first day")
        return given
