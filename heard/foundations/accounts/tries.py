"""Wrong tries to sign in: one account rests, never everybody."""

import unicodedata
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

from heard.foundations.accounts.models import FailedTries, Staff
from heard.foundations.accounts.operations import forget_tries, try_failed
from heard.foundations.accounts.rules import words_for_wait
from heard.foundations.audit.actor import HEARD_ITSELF


def key_of(step: str, what: str) -> str:
    """Return the key of an address ("password") or of an account ("code"); not to be read back.

    Letters that the database takes for the same give the same key, or each would be a free try.
    """
    same = unicodedata.normalize("NFKC", what.strip()).casefold()
    return salted_hmac("heard.tries", f"{step}/{same}", algorithm="sha256").hexdigest()


def refuse_while_resting(key: str, at: datetime) -> None:
    """Raise ValidationError, with how long to wait, while this key rests."""
    row = FailedTries.objects.filter(key=key, wait_until__gt=at).first()
    if row:
        raise ValidationError(words_for_wait(row.wait_until, at), code="resting")


def failed(step: str, what: str, staff: UUID | None, at: datetime) -> None:
    """Count a wrong try; nobody is signed in, so Heard itself writes it down."""
    try_failed(key=key_of(step, what), staff=staff, step=step, by=HEARD_ITSELF, at=at)


def succeeded(step: str, what: str, staff: Staff, at: datetime) -> None:
    """Forget wrong tries, if there were any."""
    key = key_of(step, what)
    if FailedTries.objects.filter(key=key).exists():
        forget_tries(key=key, staff=staff.id, by=staff.actor, at=at)
