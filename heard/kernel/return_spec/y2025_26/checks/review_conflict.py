"""Rows of one review disagree."""

from heard.kernel.return_spec.context import Context

SEVERITY = "error"
TEXT = (
    "Rows of the same review (same child, plan type and day) carry different codes. It "
    "counts as not coded until a person settles which is right."
)


def find(context: Context) -> list[str]:
    """Return the reviews to be settled."""
    return list(context.refs_of("2b-conflict"))
