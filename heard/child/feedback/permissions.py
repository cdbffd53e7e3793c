"""Who may ask, and who may see the numbers of a form (law 3)."""

from datetime import datetime

from heard.child.feedback.models import Form
from heard.child.people.models import Child
from heard.child.people.permissions import NotYours, Reason, check_can_read, is_manager, is_worker
from heard.child.voice.permissions import CLOSE, Relations, check_can_see
from heard.foundations.accounts.models import Staff
from heard.foundations.deployment.clock import LONDON


def may_see_scores(staff: Staff, form: Form, at: datetime, known: Relations | None = None) -> bool:
    """Say whether this person may see the numbers: the child's worker, and the worker's manager.

    Not the chair, the advocate, the duty team, who opened the glass, or who else asked: they see
    words. The caller checked that the form may be seen at all. `known`: what this person is to
    the child of the form, where the caller asked already.
    """
    if form.kind == "worker":
        return True
    if known is not None:
        return any(name in known for name in CLOSE)
    day = at.astimezone(LONDON).date()
    return bool(is_worker(staff, form.child, day) or is_manager(staff, form.child, day))


def family_may_see(form: Form) -> bool:
    """Say whether the others of the family may see a form: its person said so, and still does.

    "Don't tell my parents" weighs more, and so does having told somebody else or taken it back.
    """
    said = form.said
    if said is None or form.kind == "worker" or not form.shared_with_family:
        return False
    return not said.not_parents and said.audience != "named" and said.state != "withdrawn"


def check_can_see_form(
    staff: Staff, form: Form, at: datetime, known: Relations | None = None
) -> Reason:
    """Return the reason, or raise NotYours. A form that was not handed in opens to nobody."""
    if form.kind == "worker":
        return _check_reflection(staff, form, at)
    if form.said is None:
        raise NotYours
    return check_can_see(staff, form.said, at, known)


def _check_reflection(staff: Staff, form: Form, at: datetime) -> Reason:
    """A worker's own reflection: their own, and their manager's once they shared it."""
    if form.asked_by.staff_id == staff.pk:
        return Reason("own reflection", "it is their own reflection")
    team = form.asked_by.team
    manages = team is not None and team.manager is not None and team.manager.staff_id == staff.pk
    if form.shared_at is None or not manages:
        raise NotYours
    return check_can_read(staff, form.child, at)


def check_can_run(staff: Staff, form: Form, at: datetime) -> Reason:
    """Return the reason of whoever may hand this form over: who asked, with a reason to read."""
    if form.asked_by.staff_id != staff.pk:
        raise NotYours
    return check_can_read(staff, form.child, at)


def asks_as(staff: Staff, child: Child, at: datetime) -> str:
    """Return "worker" for the child's allocated worker; for anybody else "other"."""
    day = at.astimezone(LONDON).date()
    return "worker" if is_worker(staff, child, day) else "other"
