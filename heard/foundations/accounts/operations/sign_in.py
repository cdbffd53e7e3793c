"""What happens at sign-in, written down. The sign-in library calls these through its signals."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from heard.foundations.accounts.models import FailedTries
from heard.foundations.accounts.rules import FORGOTTEN_AFTER, wait_after
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


def _event(verb: str) -> Callable[..., None]:
    @operation(verb)
    def happened(
        *, staff: UUID, data: dict[str, Any], by: Actor, at: datetime, audit: Recorder
    ) -> None:
        audit(subject=("staff", str(staff)), data=data)

    return happened


signed_in = _event("account.signed_in")
signed_out = _event("account.signed_out")
stepped_up = _event("account.stepped_up")
factor_added = _event("account.factor_added")
factor_removed = _event("account.factor_removed")


@operation("account.sign_in_failed")
def try_failed(
    *, key: str, staff: UUID | None, step: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Count a wrong try at a step ("password" or "code"). What was typed is not written down."""
    row = FailedTries.objects.select_for_update().filter(key=key).first()
    fresh = row is None or at - row.last_at > FORGOTTEN_AFTER
    count = 1 if fresh else min(row.count + 1, 1000)  # type: ignore[union-attr]
    values = {"count": count, "last_at": at, "wait_until": at + wait_after(count)}
    FailedTries.objects.update_or_create(key=key, defaults=values)
    whom = str(staff) if staff else "nobody"
    audit(subject=("staff", whom), data={"step": step, "in_a_row": count})


@operation("account.tries_forgotten")
def forget_tries(*, key: str, staff: UUID, by: Actor, at: datetime, audit: Recorder) -> None:
    """Begin to count anew, because the right password or code came."""
    FailedTries.objects.filter(key=key).delete()
    audit(subject=("staff", str(staff)))


@operation("account.old_tries_dropped")
def drop_old_tries(*, by: Actor, at: datetime, audit: Recorder) -> int:
    """Drop what was forgotten anyway, and return how many rows that were."""
    dropped, _ = FailedTries.objects.filter(last_at__lt=at - FORGOTTEN_AFTER).delete()
    audit(subject=("staff", "nobody"), data={"rows": dropped})
    return dropped
