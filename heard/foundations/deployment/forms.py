"""The authority's own facts, as a form."""

from django import forms
from django.core.validators import RegexValidator

from heard.foundations.ui.days import DayField


class AuthorityForm(forms.Form):
    """Code, name, the day when the authority began to ask (2c), and the limits that it sets."""

    name = forms.CharField(label="Name of the authority", max_length=100)
    code = forms.CharField(
        label="Three-digit code",
        help_text="The code that the Department for Education uses, such as 999.",
        validators=[
            RegexValidator(r"^[0-9]{3}\Z", "The code has exactly three digits, such as 999.")
        ],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    asking_began_on = DayField(
        label="The day you began to ask children how their work goes",
        help_text="Leave it empty until you begin. The months before it are not counted.",
        required=False,
    )
    not_asked_under = forms.IntegerField(
        label="Age under which you don’t ask children how their work goes",
        help_text="In years. Heard proposes it to the manager for each child; the manager decides.",
        min_value=0,
        max_value=18,
        error_messages={"invalid": "Write an age in years, such as 4"},
    )
    talk_within_days = forms.IntegerField(
        label="Days in which what a child said is talked over with them",
        help_text="After that it stands as open for the worker and the manager.",
        min_value=1,
        max_value=90,
        error_messages={"invalid": "Write a number of days, such as 30"},
    )
