"""What waits for each child of a list: how many things, and since when; no words, no scores."""

from uuid import UUID

from django.db.models import Count, Min

from heard.child.people.queries import Waiting
from heard.child.today.queries.team import theirs_to_see
from heard.child.voice.models import Said
from heard.child.voice.rules import TO_DO
from heard.foundations.accounts.models import Staff


def what_waits(staff: Staff, children: list[UUID]) -> dict[UUID, Waiting]:
    """Return what waits for these children and this person may know of, in one query."""
    open_ = Said.objects.filter(theirs_to_see(staff), child__in=children, state__in=TO_DO)
    rows = open_.values("child_id").annotate(n=Count("pk", distinct=True), due=Min("answer_by"))
    return {row["child_id"]: Waiting(row["n"], row["due"]) for row in rows.order_by()}
