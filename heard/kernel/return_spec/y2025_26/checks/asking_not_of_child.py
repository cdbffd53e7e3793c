"""Askings by others, or of parents and the network."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = (
    "The asking is not counted: only the allocated worker or a provider asking the child "
    "or young person counts."
)


def find(context: Context) -> list[str]:
    """Return the askings of the year that somebody else made or answered."""
    return list(context.refs_of("2c-asking-who"))
