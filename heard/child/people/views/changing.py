"""A change of teams or workers, and the sentence that says what came of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages

from heard.child.people import operations
from heard.foundations.access.views import StaffRequest
from heard.foundations.deployment import clock

AS_BEFORE = "Nothing changed: it was so already."


def now(request: StaffRequest) -> dict[str, Any]:
    """Return who does it, and when."""
    return {"by": request.user.actor, "at": clock.now()}


def changed(
    request: StaffRequest, words: str, operation: Callable[..., object], **what: Any
) -> None:
    """Do it and say so in these words, or say that it stood so before."""
    try:
        operation(**what, **now(request))
    except operations.AsBefore:
        messages.info(request, AS_BEFORE)
    else:
        messages.success(request, words)
