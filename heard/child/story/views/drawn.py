"""Forms that were drawn for somebody who may act, and come back after that changed.

What a person typed is never lost to a change of worker in between: a signed note says that they
might act when the page was drawn.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core import signing
from django.http import Http404

from heard.child.people.presenters import header
from heard.child.people.views import page_of
from heard.child.story.queries.around import child_before
from heard.foundations.access.views import StaffRequest
from heard.foundations.deployment import clock

LASTS = 24 * 60 * 60
SALT = "heard.story.drawn"
MOVED = "Written down. You don’t work with this child any more: whoever does now has it."
Opens = Callable[[StaffRequest, UUID, str], dict[str, Any]]


def note_for(request: StaffRequest, thing: object) -> str:
    """Return the signed note that this person might act on this thing just now."""
    return signing.dumps([str(request.user.pk), str(thing)], salt=SALT)


def was_drawn(request: StaffRequest, thing: object) -> bool:
    """Say whether the form sent holds such a note, of the last day."""
    sent = request.POST.get("drawn", "")
    try:
        held = signing.loads(sent, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return False
    return bool(held == [str(request.user.pk), str(thing)])


def page_or_drawn(
    request: StaffRequest, child: UUID, what: str, opens: Opens = page_of
) -> dict[str, Any]:
    """Return a child's page; also for a form that was drawn when this person might open it.

    `moved` says that they may not any more: what they typed is kept, and shows them nothing new.
    """
    try:
        return opens(request, child, what) | {"moved": False}
    except Http404:
        if request.method != "POST" or not was_drawn(request, child):
            raise
    row = child_before(child)
    head = header(row, clock.today())
    page = {"row": row, "child": head, "title": head.name, "part": what, "reason": None}
    return page | {"may_manage": False, "moved": True}
