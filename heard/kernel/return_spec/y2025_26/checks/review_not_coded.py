"""Reviews that say nothing about how the child took part."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "No code says how the child took part in this review. Ask whoever chaired it."


def find(context: Context) -> list[str]:
    """Return the reviews without a code, or with text that no mapping knows."""
    return list(context.refs_of("2b-uncoded", "2b-local"))
