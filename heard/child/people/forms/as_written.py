"""Names as people write them: kept to the letter, with every sign and space."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class AsWritten(forms.CharField):
    """A line kept to the letter; only spaces are nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)

    def validate(self, value: Any) -> None:
        """Refuse spaces alone where something must be written."""
        super().validate(value)
        if self.required and not str(value).strip():
            raise ValidationError(self.error_messages["required"], code="required")
