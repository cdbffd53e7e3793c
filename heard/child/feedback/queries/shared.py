"""The forms that people of a family let each other see."""

from datetime import datetime
from uuid import UUID

from heard.child.feedback.models import Form
from heard.child.feedback.permissions import family_may_see
from heard.child.feedback.queries.context import InContext, whole, with_answers
from heard.child.people.models import Child
from heard.child.people.permissions import NotYours, check_can_read, is_manager, is_worker
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read
from heard.foundations.deployment.clock import LONDON


def forms_for_the_family(staff: Staff, child: UUID, at: datetime) -> tuple[Child, list[InContext]]:
    """Return a child, and the forms around them that the family may look at, newest first.

    The child's worker, or the worker's manager, shows them. Each form is its person's own, unless
    they said that it may be shared (01-feedback.md); words for the worker alone stay away. The
    look is written down. Raises Child.DoesNotExist or NotYours.
    """
    row = Child.objects.get(pk=child)
    reason = check_can_read(staff, row, at)
    day = at.astimezone(LONDON).date()
    if not (is_worker(staff, row, day) or is_manager(staff, row, day)):
        raise NotYours
    record_read(child=str(child), what="shared forms", why=reason.words, by=staff.actor, at=at)
    rows = whole(Form.objects.filter(child=row, shared_with_family=True, said__isnull=False))
    shared = [(form, True) for form in rows.order_by("-asked_on", "-pk") if family_may_see(form)]
    return row, [_for_all(shown) for shown in with_answers(shared).values()]


def _for_all(shown: InContext) -> InContext:
    said = shown.form.said
    if said is not None and said.audience == "helping":
        return shown
    answers = {key: one._replace(words="") for key, one in shown.answers.items()}
    return shown._replace(answers=answers)
