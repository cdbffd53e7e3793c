"""Which child a record that breaks a check belongs to, and where it can be opened."""

from heard.kernel.return_spec.context import Context

REVIEW, POINT, ANSWER = "review", "point", "answer"
ASKING, DECISION, CHILD = "asking", "decision", "child"


def _refs(context: Context) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return (kind, [(ref, child)]) of every record that a check can name."""
    return [
        (CHILD, [(row.child, row.child) for row in context.children]),
        (POINT, [(row.ref, row.child) for row in context.points]),
        (ANSWER, [(row.ref, row.child) for row in context.confirmations]),
        (REVIEW, [(row.ref, row.child) for row in context.reviews]),
        (ASKING, [(row.ref, row.child) for row in context.askings]),
        (DECISION, [(row.ref, row.child) for row in context.exemptions]),
    ]


def owners(context: Context, wanted: set[str]) -> dict[str, tuple[str, str]]:
    """Return {ref: (kind, child)} of the records wanted; what no record has is left out."""
    return {
        ref: (kind, child) for kind, rows in _refs(context) for ref, child in rows if ref in wanted
    }
