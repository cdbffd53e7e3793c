"""What people type on the pages of a child."""

from django import forms


class FindForm(forms.Form):
    """Find one child by the whole id that the authority gave."""

    authority_id = forms.CharField(
        label="The child's id in your case management system",
        help_text="The whole id. Heard does not search by name, so that nobody can browse.",
        max_length=64,
        error_messages={"required": "Type the child's id"},
    )


class ReasonForm(forms.Form):
    """A reason, in the person's own words."""

    reason = forms.CharField(
        label="Why do you need to see this record now?",
        help_text=(
            "The child's worker and the manager are told, and the child may read this one day."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        min_length=10,
        max_length=1000,
        error_messages={
            "required": "Type why you need to see this record",
            "min_length": "Say a little more, so that the child's worker understands",
        },
    )


class RestrictForm(forms.Form):
    """Why a record is restricted, or open to practice again."""

    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": "Type why, for whoever asks later"},
    )


class ReaderForm(forms.Form):
    """Somebody who may read a restricted record, and why."""

    email = forms.EmailField(
        label="Their work email",
        error_messages={"required": "Type their work email", "invalid": "That is not an email"},
    )
    reason = forms.CharField(
        label="Why do they need to read it?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": "Type why they need to read it"},
    )
