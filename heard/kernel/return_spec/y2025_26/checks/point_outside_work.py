"""Assessments and closures at a time when nobody worked with the child."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "The assessment or closure lies outside the child's work. It is counted; check the dates."


def find(context: Context) -> list[str]:
    """Return the points of the year on a day when no work with the child was open."""
    return [
        row.ref
        for row in context.points
        if row.day and context.in_year(row.day) and not context.in_work(row.child, row.day)
    ]
