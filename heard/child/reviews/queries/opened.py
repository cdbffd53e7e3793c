"""Opening one review row behind a figure of 2b."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from heard.child.people.models import Child
from heard.child.people.opened_facts import NoSuchFact, Whose, check_can_open_facts, open_fact
from heard.child.people.permissions import NotYours
from heard.child.reviews import rules
from heard.child.reviews.models import Review
from heard.foundations.accounts.models import Staff
from heard.kernel.codes import WORDS, to_voice
from heard.kernel.return_spec.fact import EXCLUDED
from heard.kernel.return_spec.rows import ReviewRow

# A page answers both alike: there is nothing here for you.
NOT_FOUND = (NotYours, NoSuchFact, Review.DoesNotExist)


def reviews_of(child: Child) -> QuerySet[Review]:
    """Return the reviews of a child whose record the caller was allowed to open, newest first."""
    return child.reviews.select_related("chair").order_by("-held_on", "-pk")


class RowOfReview(NamedTuple):
    """One row of a review. `wording`: what the scheme says of the code, blank where it says none.

    `counts_as`: the code in voice-2023, blank where there is none. `opened`: the row asked for.
    """

    ref: str
    opened: bool
    cancelled: bool
    scheme: str
    code: str
    wording: str
    counts_as: str
    has_reason: bool
    source: str


class ReviewFact(NamedTuple):
    """A review row, what it counts as and why, with all rows of the same review."""

    whose: Whose
    plan_type: str
    held_on: date
    counted: str
    rule: str
    rows: tuple[RowOfReview, ...]


def fact_page(staff: Staff, ref: str, at: datetime) -> ReviewFact:
    """Return one opened review row; the look is written down.

    `ref` is what the facts door gave (32 hex digits). `counted` and `rule` are those of
    kernel.return_spec.fact, as the rows are now. No reasons, no chair. Raises NotYours, or
    NoSuchFact where there is no such row.
    """
    check_can_open_facts(staff)
    review = _found(ref)
    same = review.child.reviews.filter(plan_type=review.plan_type, held_on=review.held_on)
    rows = list(same.order_by("pk"))
    whose = open_fact(staff, review.child, "how they took part in a review", review.held_on, at)
    counted, rule = _counted(review, rows)
    shown = tuple(_row(row, review) for row in rows)
    return ReviewFact(whose, review.plan_type, review.held_on, counted, rule, shown)


def _found(ref: str) -> Review:
    try:
        return Review.objects.select_related("child").get(pk=UUID(ref))
    except (ValueError, Review.DoesNotExist) as nothing:
        raise NoSuchFact(ref) from nothing


def _counted(review: Review, rows: list[Review]) -> tuple[str, str]:
    """Return what the row counts as and the rule, from the rows of its review in order of id."""
    if review.cancelled:
        return EXCLUDED, "2b-cancelled"
    held = [_fields(row) for row in rows if not row.cancelled]
    return rules.counts_as(held) if held[0].ref == review.pk.hex else (EXCLUDED, "2b-same-review")


def _fields(row: Review) -> ReviewRow:
    ids = (row.pk.hex, row.child_id.hex)
    return ReviewRow(*ids, row.plan_type, row.held_on, row.cancelled, row.code, row.scheme)


def _row(row: Review, opened: Review) -> RowOfReview:
    return RowOfReview(
        ref=row.pk.hex,
        opened=row.pk == opened.pk,
        cancelled=row.cancelled,
        scheme=row.scheme,
        code=row.code,
        wording=WORDS.get(row.scheme, {}).get(row.code, ""),
        counts_as=(to_voice(row.scheme, row.code) or "") if row.code else "",
        has_reason=bool(row.reason),
        source=row.source,
    )
