"""Which child a record that breaks a check belongs to, and where it can be opened."""

from collections.abc import Iterator

from heard.kernel.return_spec.context import Context

REVIEW, POINT, ANSWER = "review", "point", "answer"
ASKING, DECISION, CHILD = "asking", "decision", "child"


def _refs(context: Context) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, ref, child) of every record that a check can name."""
    yield from ((CHILD, row.child, row.child) for row in context.children)
    yield from ((POINT, row.ref, row.child) for row in context.points)
    yield from ((ANSWER, row.ref, row.child) for row in context.confirmations)
    yield from ((REVIEW, row.ref, row.child) for row in context.reviews)
    yield from ((ASKING, row.ref, row.child) for row in context.askings)
    yield from ((DECISION, row.ref, row.child) for row in context.exemptions)


def owners(context: Context, wanted: set[str]) -> dict[str, tuple[str, str]]:
    """Return {ref: (kind, child)} of the records wanted; what no record has is left out."""
    return {ref: (kind, child) for kind, ref, child in _refs(context) if ref in wanted}
