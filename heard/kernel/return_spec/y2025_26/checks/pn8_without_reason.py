"""PN8 is a decision of the chair, with a reason."""

from heard.kernel.codes import VOICE
from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "The chair decided that the child could not take part (PN8), and no reason is recorded."


def find(context: Context) -> list[str]:
    """Return the reviews of the year coded PN8 (voice-2023) without a reason."""
    return [
        row.ref
        for row in context.held_reviews
        if (row.scheme, row.code) == (VOICE, "PN8") and not row.has_reason
    ]
