"""To whom a copy of a child's story can be given, and what it may hold for them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from heard.child.people.models import Adult, Allocation, Child
from heard.child.people.queries import advocates_of, network_of
from heard.child.reviews.models import Review
from heard.child.story.queries.story import Story, story_of
from heard.child.voice.models import Said
from heard.foundations.accounts.models import Staff
from heard.foundations.deployment.clock import LONDON
from heard.kernel.loop import State

STILL_THEIR_CHAIR = timedelta(days=365)


class Recipient(NamedTuple):
    """A person for whom a copy is made: the child, a member of staff, or an adult around them."""

    key: str
    name: str
    what: str
    staff: Staff | None = None
    adult: Adult | None = None
    parent: bool = False


def recipients_of(child: Child, name: str, at: datetime) -> list[Recipient]:
    """Return everybody to whom a copy may be given. `name`: what the child is called."""
    day = at.astimezone(LONDON).date()
    found = [Recipient("child", name, "whose story it is")]
    found += [_staff(staff, what) for staff, what in _staff_of(child, day)]
    for tie in network_of(child):
        key, parent = f"adult-{tie.adult_id}", tie.kind in {"parent", "carer"}
        found.append(Recipient(key, tie.adult.name, tie.relation, adult=tie.adult, parent=parent))
    # Somebody who is two things to the child stands once, as the first: worker before chair.
    return list({one.key: one for one in reversed(found)}.values())[::-1]


def _staff(staff: Staff, what: str) -> Recipient:
    return Recipient(f"staff-{staff.pk}", staff.name, what, staff=staff)


def _staff_of(child: Child, day: date) -> Iterable[tuple[Staff, str]]:
    now = Allocation.objects.filter(child=child, start_date__lte=day).exclude(end_date__lt=day)
    for allocation in now.select_related("worker__staff"):
        if allocation.worker.staff:
            yield allocation.worker.staff, "worker"
    chaired = Review.objects.filter(child=child, cancelled=False, chair__staff__isnull=False)
    since = chaired.filter(held_on__gte=day - STILL_THEIR_CHAIR).select_related("chair__staff")
    for review in since.order_by("-held_on"):
        if review.chair and review.chair.staff:
            yield review.chair.staff, "chair of reviews"
    for speaks in advocates_of(child, day):
        yield speaks.staff, "advocate"


def copy_for(maker: Story, who: Recipient, at: datetime) -> Story:
    """Return the part of the story that this person may hold, of what its maker may see.

    The child: their own words. A member of staff: what they may see themselves. A parent or
    carer: their own words, and what the child shares with the people helping and did not keep
    from parents. Family and friends: their own words, and what the child named them for.
    """
    if who.staff:
        theirs = story_of(who.staff, maker.child, at)
        seen = {row.pk for row in maker.said}
        return theirs._replace(said=[row for row in theirs.said if row.pk in seen])
    if who.adult:
        said = [row for row in maker.said if _for_adult(row, who.adult, who.parent)]
        nothing: dict[str, Any] = {
            "network": [],
            "advocates": [],
            "chaired": None,
            "handover": None,
        }
        return maker._replace(said=said, close=False, **nothing)
    return maker._replace(said=[row for row in maker.said if row.speaker == "child"])


def _for_adult(row: Said, adult: Adult, parent: bool) -> bool:
    if row.speaker == "adult":
        return row.adult_id == adult.pk
    if row.state == State.WITHDRAWN:
        return False
    named = any(n.adult_id == adult.pk and n.until is None for n in row.named.all())
    return named or (parent and row.audience == "helping" and not row.not_parents)


def contacts_of_others(child: Child, who: Recipient) -> list[str]:
    """Return where the adults around a child can be reached, the recipient's own left out."""
    ties = child.ties.exclude(adult__contact="").select_related("adult")
    others = ties.exclude(adult=who.adult) if who.adult else ties
    return [tie.adult.contact for tie in others]
