"""A talk that came too late finishes no asking."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = (
    "The talk came more than 3 calendar months after the asking, so the asking does not "
    "count as finished."
)


def find(context: Context) -> list[str]:
    """Return the askings of the year whose every talk came too late."""
    return list(context.refs_of("2c-asking-late-talk"))
