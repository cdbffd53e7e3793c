"""The authority's own facts, as a form."""

from django import forms
from django.core.validators import RegexValidator

from heard.foundations.ui.days import DayField


class AuthorityForm(forms.Form):
    """Code, name, and the day when the authority began to ask (2c)."""

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
