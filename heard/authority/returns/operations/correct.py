"""A signed version is never changed: it is corrected by the next one."""

from datetime import date, datetime
from uuid import UUID

from heard.authority.returns.models import DRAFT, SET_ASIDE, SIGNED, ReturnVersion
from heard.authority.returns.operations.build import build
from heard.authority.returns.operations.explain import explain, locked_draft
from heard.authority.returns.operations.keep import let_go
from heard.authority.returns.rules.days import BadReturn, Changed, parse_year
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


def correct(
    *,
    version_id: UUID,
    reason: str,
    as_of: date | None,
    today: date,
    by: Actor,
    at: datetime,
) -> ReturnVersion:
    """Begin the version that corrects the newest signed one, built from today's facts.

    The reason becomes its first note. Raises BadReturn for a version that is not signed, Changed
    when a later one is there already.
    """
    signed = ReturnVersion.objects.get(pk=version_id)
    later = ReturnVersion.objects.filter(year=signed.year, number__gt=signed.number)
    if signed.state != SIGNED:
        raise BadReturn("Only a signed version is corrected; a draft is built again.")
    if later.filter(state__in=(DRAFT, SIGNED)).exists():
        raise Changed("A later version of this return is there already. Go on with that one.")
    draft = build(year=parse_year(signed.year), as_of=as_of, today=today, by=by, at=at)
    explain(version_id=draft.id, about="correction", text=reason, by=by, at=at)
    return draft


@operation("returns.set_aside")
def set_aside(*, version_id: UUID, by: Actor, at: datetime, audit: Recorder) -> ReturnVersion:
    """Set a draft aside: its facts go (they can be counted again), its figures and notes stay."""
    draft = locked_draft(version_id)
    let_go(draft)
    draft.state = SET_ASIDE
    draft.save()
    audit(subject=("return", str(draft.id)), data={"year": draft.year, "number": draft.number})
    return draft
