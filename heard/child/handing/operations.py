"""Handing the device over, and taking it back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from heard.child.handing.models import Lent
from heard.child.handing.queries import key_of_session, pages_of
from heard.child.handing.rules import Pages
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("handing.handed_over")
def lend(
    *, session: str, staff: UUID, pages: Pages, about: tuple[str, str], child: UUID,
    by: Actor, at: datetime, audit: Recorder,
) -> Pages:  # fmt: skip
    """Lock a session to these pages. A session that is lent stays as it is.

    `about` is what the pages ask about: what it is, and its id.
    """
    given: dict[str, Any] = {"first": pages.first, "back_to": pages.back_to}
    row, _ = Lent.objects.get_or_create(
        session=key_of_session(session), back_at=None,
        defaults=given | {"opens": list(pages.opens), "staff_id": staff, "lent_at": at},
    )  # fmt: skip
    audit(subject=about, child=str(child))
    return pages_of(row)


@operation("handing.given_back")
def take_back(*, session: str, by: Actor, at: datetime, audit: Recorder) -> None:
    """Unlock a session. The caller has seen that it is whoever handed it over."""
    back = Lent.objects.filter(session=key_of_session(session), back_at=None).update(back_at=at)
    audit(subject=("session", by.id), data={"given_back": back})
