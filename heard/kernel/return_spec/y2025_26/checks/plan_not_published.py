"""Item 1a: the annual voice plan."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "The annual voice plan of this year is not published, or its publication is not recorded."


def find(context: Context) -> list[str]:
    """Return "1a" when no publication is recorded."""
    return [] if context.plan_published else ["1a"]
