"""Which forms a session is locked to, while the tablet is in somebody's hands."""

from uuid import UUID

from django.utils.crypto import salted_hmac

from heard.child.feedback.models import Lent


def key_of_session(session: str) -> str:
    """Return the keyed hash of a session's key."""
    return salted_hmac("heard.lent", session, algorithm="sha256").hexdigest()


def lent_to(session: str | None) -> list[UUID]:
    """Return the forms that a session is locked to, in their order; none: it is not lent."""
    if not session:
        return []
    row = Lent.objects.filter(session=key_of_session(session), back_at=None).first()
    return [UUID(form) for form in row.forms] if row else []
