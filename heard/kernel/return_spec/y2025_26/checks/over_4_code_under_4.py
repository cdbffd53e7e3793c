"""In the older scheme a child under 4 has PN0."""

from heard.kernel.ages import fourth_birthday
from heard.kernel.codes import SSDA903
from heard.kernel.return_spec.context import Context

SEVERITY = "warning"
TEXT = (
    "A code of the older scheme other than PN0 stands on a review at which the child was "
    "under 4. The statutory file will say PN0."
)


def find(context: Context) -> list[str]:
    """Return the reviews of the year coded PN1 to PN7 (ssda903) before the 4th birthday."""
    return [
        row.ref
        for row in context.held_reviews
        if row.scheme == SSDA903
        and row.code not in ("", "PN0")
        and row.child in context.born
        and row.held < fourth_birthday(context.born[row.child])
    ]
