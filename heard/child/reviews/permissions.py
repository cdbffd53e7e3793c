"""Whoever chairs the reviews of a child may read the child's record (people-and-policy.md C)."""

from datetime import date, timedelta

from heard.child.people.models import Child
from heard.child.people.permissions import Reason
from heard.child.reviews.models import Review
from heard.foundations.accounts.models import Staff

# The longest time between two reviews of a plan, with room for a late one.
STILL_THEIR_CHAIR = timedelta(days=365)


def chairs_a_review(staff: Staff, child: Child, day: date) -> Reason | None:
    """Return the reason of a chair who reviewed this child within a year, or None."""
    chaired = Review.objects.filter(
        child=child, chair__staff=staff, cancelled=False, held_on__gte=day - STILL_THEIR_CHAIR
    ).exists()
    return Reason("chair of a review", "chair of the child's reviews") if chaired else None
