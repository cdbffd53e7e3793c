"""Askings at a time when nobody worked with the child."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = (
    "The asking lies outside the child's work and is not counted. Check its date or the "
    "dates of the work."
)


def find(context: Context) -> list[str]:
    """Return the askings of the year outside the work of their child."""
    return list(context.refs_of("2c-asking-outside-work"))
