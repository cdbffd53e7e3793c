"""1900-01-01 is what a system writes when nobody knew the day."""

from datetime import date

from heard.kernel.return_spec.context import PLACEHOLDER, Context

SEVERITY = "warning"
TEXT = "The date 1 January 1900 stands where a day was not known. Find out the day."


def find(context: Context) -> list[str]:
    """Return the records that carry the placeholder date, wherever it stands."""
    days: list[tuple[str, tuple[date | None, ...]]] = [
        (row.child, (row.born,)) for row in context.children
    ]
    days += [(row.child, (row.first, row.last)) for row in context.work]
    days += [(row.ref, (row.day,)) for row in context.points]
    days += [(row.ref or row.point, (row.answered_on,)) for row in context.confirmations]
    days += [(row.ref, (row.held,)) for row in context.reviews]
    days += [(row.ref, (row.day, *row.talks)) for row in context.askings]
    days += [(row.ref, (row.first, row.last, row.agreed_on)) for row in context.exemptions]
    return [ref for ref, marks in days if PLACEHOLDER in marks]
