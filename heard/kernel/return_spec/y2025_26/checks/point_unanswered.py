"""Points about which nobody has answered."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "Nobody has said whether the child was heard at this assessment or closure."


def find(context: Context) -> list[str]:
    """Return the points of the year without an answer."""
    return list(context.refs_of("2a-unanswered"))
