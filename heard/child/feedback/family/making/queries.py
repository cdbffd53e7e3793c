"""What a link is to be made for: who asks is checked, and the look is written down."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from heard.child.feedback.queries import form_to_fill_in
from heard.child.people.models import Adult, Child, Tie
from heard.child.people.presenters import called
from heard.child.voice.permissions import check_can_act
from heard.child.voice.queries import one
from heard.foundations.accounts.models import Staff
from heard.foundations.deployment.clock import LONDON
from heard.kernel.ages import age_on
from heard.kernel.loop import State


class Wanted(NamedTuple):
    """What a link will open, and for whom. `stops` says why it cannot be made now, or nothing."""

    purpose: str
    subject: UUID
    child: Child
    adult: Adult | None
    stops: str = ""

    @property
    def person(self) -> str:
        """The name of whose link it is."""
        return self.adult.name if self.adult else called(self.child)

    def age(self, at: datetime) -> int | None:
        """Return the child's age, or None where it is not known."""
        born = self.child.birth_date
        return age_on(born, at.astimezone(LONDON).date()) if born else None


def for_form(staff: Staff, form: UUID, at: datetime) -> Wanted:
    """Return what a link to a form opens. Raises as form_to_fill_in does."""
    row = form_to_fill_in(staff, form, at)
    closed = row.state in ("handed_in", "declined")
    stops = "This form is finished: there is nothing left to answer in it." if closed else ""
    return Wanted("form", row.pk, row.child, row.adult, stops)


def for_told(staff: Staff, said: UUID, at: datetime) -> Wanted:
    """Return what a link "were you told?" opens. Raises as voice.queries.one does."""
    row, _ = one(staff, said, "link", at)
    check_can_act(staff, row, at)
    told = State(row.state) is State.TOLD
    stops = "" if told else "First write down what came of it, and that you told them."
    return Wanted("told", row.pk, row.child, row.adult, stops)


def adults_of(child: Child, at: datetime) -> list[tuple[str, str]]:
    """Return the adults around a child now: id, and name with what they are to the child."""
    day = at.astimezone(LONDON).date()
    ties = Tie.objects.filter(child=child).exclude(until__lt=day).select_related("adult")
    return [(str(t.adult_id), f"{t.adult.name} ({t.relation})") for t in ties.order_by("pk")]


def for_ending(child: Child, adult: str, subject: UUID, at: datetime) -> Wanted:
    """Return what a link to the closing questions opens. The caller wrote the look down."""
    known = {key for key, _ in adults_of(child, at)}
    row = Adult.objects.get(pk=adult) if adult in known else None
    return Wanted("ending", subject, child, row)
