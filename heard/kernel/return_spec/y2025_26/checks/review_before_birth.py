"""Nobody takes part in a review before birth."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "The review was held before the child was born. Check both dates."


def find(context: Context) -> list[str]:
    """Return the reviews of the year held before the child's day of birth."""
    return [
        row.ref
        for row in context.held_reviews
        if row.child in context.born and row.held < context.born[row.child]
    ]
