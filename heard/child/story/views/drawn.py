"""Forms that were drawn for somebody who may act, and come back after that changed.

What a person typed is never lost to a change of worker in between: a signed note says that they
might act when the page was drawn.
"""

from django.core import signing

from heard.foundations.access.views import StaffRequest

LASTS = 24 * 60 * 60
SALT = "heard.story.drawn"


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
