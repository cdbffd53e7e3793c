"""PN0 is for children under 4."""

from heard.kernel.ages import fourth_birthday
from heard.kernel.codes import SSDA903
from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "PN0 (child under 4) stands on a review at which the child was 4 or over."


def find(context: Context) -> list[str]:
    """Return the reviews of the year coded PN0 on or after the 4th birthday."""
    return [
        row.ref
        for row in context.held_reviews
        if (row.scheme, row.code) == (SSDA903, "PN0")
        and row.child in context.born
        and row.held >= fourth_birthday(context.born[row.child])
    ]
