"""Forms of signing in and of keeping accounts."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.core.cache import cache

from heard.foundations.access.roles import ROLES
from heard.foundations.accounts import tries
from heard.foundations.accounts.models import Staff
from heard.foundations.accounts.queries import staff_with_email
from heard.foundations.deployment import clock

CODE_LIVES = 120  # seconds: longer than any code is right, so that none works twice
CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}


def _plain(form: forms.Form, **labels: str) -> None:
    for name, label in labels.items():
        form.fields[name].label = label
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""


class SignInForm(LoginForm):
    """Email address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, login="Email address", password="Password")  # noqa: S106 - a label
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"


class NewPasswordForm(ChangePasswordForm):
    """The present password, and a new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(
            self,
            oldpassword="Present password",
            password1="New password",
            password2="New password, once more",
        )
        self.fields[
            "password1"
        ].help_text = (
            "At least 12 characters. Three or four words that do not belong together are good."
        )


class _CodeOnce:
    """A code works once, and wrong codes make this account rest, not others."""

    user: Staff
    authenticator: Authenticator
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, code="Six-digit code, or a recovery code")  # type: ignore[arg-type]
        self.fields["code"].widget.attrs.update(CODE)

    def clean_code(self) -> str:
        at, account = clock.now(), str(self.user.pk)
        tries.refuse_while_resting(tries.key_of("code", account), at)
        try:
            code: str = super().clean_code()  # type: ignore[misc]
            self._spend(code)
        except forms.ValidationError:
            tries.failed("code", account, self.user.pk, at)
            raise
        tries.succeeded("code", account, self.user, at)
        return code

    def _spend(self, code: str) -> None:
        key = f"heard.code.{self.user.pk}.{code.strip()}"
        if not cache.add(key, "spent", timeout=CODE_LIVES):
            raise get_adapter().validation_error("incorrect_code")


class CodeForm(_CodeOnce, AuthenticateForm):
    """The second step of signing in."""


class CodeAgainForm(_CodeOnce, ReauthenticateForm):
    """Showing again who you are, before signing or taking data out."""


class SetUpCodeForm(ActivateTOTPForm):
    """The first code of a new authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, code="The six-digit code that the app shows")
        self.fields["code"].widget.attrs.update(CODE)


class AddPasskeyForm(AddWebAuthnForm):
    """A name for the passkey, and whether it opens Heard by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, name="Name", passwordless="Let this passkey sign me in without a password")
        self.fields["name"].help_text = "Such as: my laptop, or the blue key."


class RolesForm(forms.Form):
    """What a person may do."""

    roles = forms.MultipleChoiceField(
        label="What they do",
        choices=[(key, role.title) for key, role in ROLES.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one role: without one, no page opens."},
    )


class AddAccountForm(RolesForm):
    """A new account."""

    name = forms.CharField(label="Name", max_length=150)
    email = forms.EmailField(label="Email address at work")
    field_order = ["name", "email", "roles"]

    def clean_email(self) -> str:
        """Refuse an address that has an account."""
        email: str = self.cleaned_data["email"]
        if staff_with_email(email):
            raise forms.ValidationError("This address has an account already. Look in the list.")
        return email
