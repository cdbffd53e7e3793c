"""Days of birth that have not come."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "The day of birth lies after today. An expected day of birth is not a day of birth."


def find(context: Context) -> list[str]:
    """Return the children whose day of birth has not come."""
    return [child for child, born in context.born.items() if born > context.today]
