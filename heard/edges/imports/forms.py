"""What people fill in: files to bring in, notes about rows, the right code of a review, a year."""

from collections.abc import Iterable
from typing import Any

from django import forms

from heard.kernel.time import ReportingYear

KINDS = (
    ("ssda903", "An SSDA903 return: its CSV files, or its XML file"),
    ("annex_a", "An Annex A workbook (.xlsx)"),
    ("cin", "A CIN census: its XML file"),
    ("ssd", "An extract of the Standard Safeguarding Dataset (SSD): its CSV files"),
    ("facts", "A folder of facts that another Heard wrote: its nine CSV files"),
)


class FilesInput(forms.ClearableFileInput):
    """Takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or several files."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Return all files that were sent; none is an error."""
        sent = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in sent or [None]]


class FilesForm(forms.Form):
    """Which files, and what they are."""

    kind = forms.ChoiceField(
        label="What do you bring in?",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what kind of files these are."},
    )
    files = FilesField(  # type: ignore[assignment]  # the stubs know it as a form's own files
        label="The files",
        help_text="All files at once, or one zip file with them; together up to 200 MB.",
        allow_empty_file=True,
        max_length=None,
        error_messages={"required": "Choose the files.", "missing": "Choose the files."},
    )


class NoteForm(forms.Form):
    """What was done about a row."""

    note = forms.CharField(
        label="What was done about it?",
        help_text="For example: corrected in the case management system, comes with the next "
        "return. Do not write a child's name.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what was done about it."},
    )


class SettleForm(forms.Form):
    """Which row of a review is right, and who said so."""

    right = forms.ChoiceField(
        label="Which code is right?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the code that is right."},
    )
    reason = forms.CharField(
        label="Who said so, and why?",
        help_text="For example: Ivor Bell, who chaired the review, on 3 November.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write who said which code is right."},
    )

    def __init__(self, rows: Iterable[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["right"].choices = list(rows)  # type: ignore[attr-defined]


class MeaningForm(forms.Form):
    """What a text means: a list and a code ("ssda903:PN1"), or neither."""

    means = forms.ChoiceField(
        label="What does it mean?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what the text means.",
            "invalid_choice": "Choose one of the meanings in the list.",
        },
    )

    def __init__(self, choices: Iterable[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["means"].choices = list(choices)  # type: ignore[attr-defined]


class ChildForm(forms.Form):
    """Whether a child of an extract is the child of Heard with the same id, and who said so."""

    answer = forms.ChoiceField(
        label="Who is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say who it is."},
    )
    reason = forms.CharField(
        label="Who said so, and why?",
        help_text="For example: Priya Shah, the worker, has seen the birth certificate. Do not "
        "write a child's name.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write who said so."},
    )

    def __init__(self, answers: Iterable[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["answer"].choices = list(answers)  # type: ignore[attr-defined]


class YearForm(forms.Form):
    """A reporting year, of those given from the present one backwards."""

    year = forms.ChoiceField(label="Reviews held in the year")

    def __init__(self, years: Iterable[ReportingYear], data: Any = None) -> None:
        super().__init__(data)
        labels = [(year.label, f"{year.label} (1 April to 31 March)") for year in years]
        self.fields["year"].choices = labels  # type: ignore[attr-defined]
        self.fields["year"].initial = labels[1][0]  # the year that ended last
