"""Building the draft of a year: counted first, then kept in one transaction."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError

from heard.authority.returns.models import DRAFT, SIGNED, ReturnVersion
from heard.authority.returns.operations.gather import Gathered, gather
from heard.authority.returns.operations.keep import keep_checks, keep_facts, let_go
from heard.authority.returns.operations.snapshot import collector_at_rest
from heard.authority.returns.rules.days import Changed, check_as_of
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.kernel.return_spec.shapes import canonical
from heard.kernel.time import ReportingYear

Stamp = tuple[UUID, str, datetime] | None


def build(
    *, year: ReportingYear, as_of: date | None, today: date, by: Actor, at: datetime
) -> ReturnVersion:
    """Build the draft of a year from the facts, in place of the draft that is there.

    Where the year has no draft, one is begun; it corrects the last signed version, if any.
    Counting takes a while and locks nothing. Raises BadReturn for a last day that cannot be and
    where facts and counts disagree, Changed when somebody else built or signed meanwhile.
    """
    seen, last = stamp(year), check_as_of(as_of, today)
    try:
        with collector_at_rest():
            return keep(gathered=gather(year, last, today), seen=seen, by=by, at=at)
    except IntegrityError as clash:  # both began the first draft of the year at once
        if stamp(year) == seen:
            raise
        raise Changed(BUILT_MEANWHILE) from clash


BUILT_MEANWHILE = (
    "Somebody else built or signed this year's return while yours was being counted. Theirs was "
    "kept. Look at it, and build again if it is still needed."
)


def stamp(year: ReportingYear) -> Stamp:
    """Return what tells the newest version of a year, as it is now, from any other."""
    newest = ReturnVersion.objects.filter(year=year.label).order_by("-number").first()
    return (newest.id, newest.state, newest.built_at) if newest else None


@operation("returns.built")
def keep(
    *, gathered: Gathered, seen: Stamp, by: Actor, at: datetime, audit: Recorder
) -> ReturnVersion:
    """Keep what was counted as the draft of its year, with its facts and checks."""
    versions = ReturnVersion.objects.select_for_update().filter(year=gathered.year.label)
    list(versions)  # locks every version of the year
    if stamp(gathered.year) != seen:
        raise Changed(BUILT_MEANWHILE)
    draft = versions.filter(state=DRAFT).first() or _begun(gathered.year)
    let_go(draft)
    _describe(draft, gathered, by, at)
    keep_facts(draft, gathered.facts)
    keep_checks(draft, gathered)
    said = {"year": draft.year, "number": draft.number, "content_hash": draft.content_hash}
    audit(subject=("return", str(draft.id)), data={**said, "as_of": str(draft.as_of)})
    return draft


def _begun(year: ReportingYear) -> ReturnVersion:
    versions = ReturnVersion.objects.filter(year=year.label).order_by("-number")
    last = versions.first()
    return ReturnVersion(
        year=year.label,
        number=last.number + 1 if last else 1,
        corrects=versions.filter(state=SIGNED).first(),
    )


def _describe(draft: ReturnVersion, gathered: Gathered, by: Actor, at: datetime) -> None:
    draft.as_of = gathered.as_of
    draft.authority_code = gathered.authority.code
    draft.authority_name = gathered.authority.name
    draft.asking_began_on = gathered.authority.asking_began_on
    draft.items = canonical(gathered.items)
    draft.content_hash = gathered.whole["content_hash"]
    draft.built_at, draft.built_by_id, draft.built_by_name = at, by.id, by.name
    draft.save()
