"""Reviews at a time when nobody worked with the child."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = (
    "The review lies outside the child's work. It is counted; check its date or the dates"
    " of the work."
)


def find(context: Context) -> list[str]:
    """Return the reviews of the year on a day when no work with the child was open."""
    return [row.ref for row in context.held_reviews if not context.in_work(row.child, row.held)]
