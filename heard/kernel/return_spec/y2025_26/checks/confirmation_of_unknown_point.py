"""Answers about a point that is not there."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = (
    "The answer is about an assessment or closure that is not known for this child, so it"
    " counts nowhere."
)


def find(context: Context) -> list[str]:
    """Return the answers of the year whose point (kind, id and child) is not known."""
    known = {(row.kind, row.ref, row.child) for row in context.points}
    return [
        row.ref or row.point
        for row in context.confirmations
        if context.in_year(row.answered_on) and (row.kind, row.point, row.child) not in known
    ]
