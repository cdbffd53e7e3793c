"""Making a link."""

from datetime import datetime
from uuid import UUID

from heard.child.feedback.operations import fill_in_another_way
from heard.child.voice.operations import SafeCheck, make_link
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("family.link_made")
def make(
    *,
    id: UUID,
    purpose: str,
    subject: UUID,
    child: UUID,
    adult: UUID | None,
    check: SafeCheck,
    made_by: UUID,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Make a link; a form that goes home is from now on "left with the family".

    The same id again changes nothing. Raises NotSafe, FormClosed.
    """
    make_link(
        id=id, purpose=purpose, subject=subject, child=child, adult=adult, check=check,
        made_by=made_by, by=by, at=at,
    )  # fmt: skip
    if purpose == "form" and check.way != "with_worker":
        fill_in_another_way(form=subject, how="left_with_family", by=by, at=at)
    audit(subject=("link", str(id)), child=str(child))
