"""Which pages a session is locked to, while the device is in somebody's hands."""

from django.utils.crypto import salted_hmac

from heard.child.handing.models import Lent
from heard.child.handing.rules import Pages


def key_of_session(session: str) -> str:
    """Return the keyed hash of a session's key."""
    return salted_hmac("heard.lent", session, algorithm="sha256").hexdigest()


def lent_to(session: str | None) -> Pages | None:
    """Return the pages that a session is locked to, or None where it is not lent."""
    if not session:
        return None
    row = Lent.objects.filter(session=key_of_session(session), back_at=None).first()
    return pages_of(row) if row else None


def pages_of(row: Lent) -> Pages:
    """Return the pages of one row."""
    return Pages(tuple(row.opens), row.first, row.back_to)
