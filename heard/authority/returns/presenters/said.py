"""All that a version says, for its page and for its PDF alike."""

import json
from typing import Any

from heard.authority.returns.models import ReturnVersion
from heard.authority.returns.presenters import page
from heard.authority.returns.presenters.letter import letter
from heard.authority.returns.presenters.words import NOTE_TITLES
from heard.authority.returns.queries import versions


def said(version: ReturnVersion) -> dict[str, Any]:
    """Return all that a version says: letter, notes, checks, who built and who signed it."""
    return {
        "version": version,
        "whose": page.whose(version),
        "state": page.state(version),
        "counted_up_to": page.counted_up_to(version),
        "signature": page.signature(version),
        "corrected_by": versions.corrected_by(version),
        "sections": letter(json.loads(version.items)),
        "notes": page.noted(versions.notes(version)),
        "note_titles": NOTE_TITLES,
        "checks": page.checked(versions.checks(version)),
    }
