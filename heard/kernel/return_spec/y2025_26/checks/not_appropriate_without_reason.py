"""Not appropriate is a decision with a reason."""

from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = '"Not appropriate" stands without a reason. Only a manager can agree it, and says why.'


def find(context: Context) -> list[str]:
    """Return the answers of the year, and the decisions, that give no reason."""
    answers = [
        row.ref or row.point
        for row in context.confirmations
        if row.answer == "not_appropriate"
        and not row.has_reason
        and context.in_year(row.answered_on)
    ]
    return answers + [row.ref for row in context.exemptions if not row.has_reason]
