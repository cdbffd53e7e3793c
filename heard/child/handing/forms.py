"""What is typed to take the device back."""

from typing import Any

from django import forms

from heard.foundations.accounts import tries
from heard.foundations.accounts.forms import CodeAgainForm
from heard.foundations.accounts.models import Staff
from heard.foundations.deployment import clock


class UnlockForm(forms.Form):
    """The worker takes the tablet back: a code of their app, a recovery code, or their password."""

    secret = forms.CharField(
        label="Your six-digit code, or your password",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        strip=False,
        error_messages={"required": "Type the code that your app shows, or your password"},
    )

    def __init__(self, staff: Staff, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.staff = staff

    def clean_secret(self) -> str:
        """Take what opens; wrong tries count against this account, as when signing in."""
        secret: str = self.cleaned_data["secret"]
        code = secret.replace(" ", "")
        if code.isdigit():
            again = CodeAgainForm({"code": code}, user=self.staff)
            if again.is_valid():
                return secret
            raise forms.ValidationError(again.errors["code"].as_data())
        self._check_password(secret)
        return secret

    def _check_password(self, secret: str) -> None:
        at, email = clock.now(), self.staff.email
        tries.refuse_while_resting(tries.key_of("password", email), at)
        if not self.staff.check_password(secret):
            tries.failed("password", email, self.staff.pk, at)
            raise forms.ValidationError("This is not your password, and no code. Try once more")
        tries.succeeded("password", email, self.staff, at)
