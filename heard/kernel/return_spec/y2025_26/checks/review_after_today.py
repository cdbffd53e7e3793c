"""A review that has not happened yet is not held."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "The review lies after today. It is not counted; check its date."


def find(context: Context) -> list[str]:
    """Return the reviews, not cancelled, whose day has not come."""
    return [row.ref for row in context.reviews if not row.cancelled and row.held > context.today]
