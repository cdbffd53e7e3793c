"""The older scheme belongs to looked-after reviews."""

from heard.kernel.codes import SSDA903
from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = "A code of the older scheme (ssda903) stands on a review that is not a looked-after review."


def find(context: Context) -> list[str]:
    """Return the reviews of other plans that carry a code of the older scheme."""
    return [
        row.ref
        for row in context.held_reviews
        if row.scheme == SSDA903 and row.code and row.plan != "CLA"
    ]
